/** How logins are compared: without regard to case, width and outer spaces. */
export const loginKey = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

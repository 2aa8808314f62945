/** stand-in */
export {};

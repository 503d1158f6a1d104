export function network() {}

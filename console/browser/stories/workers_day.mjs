export function workersDay() {}

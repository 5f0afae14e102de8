/** Milliseconds of work that this process did so far: unlike time on a clock, they do not depend on what else the machine does. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

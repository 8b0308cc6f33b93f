namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-RLC-09b", Kills = "RLC-09", Says = "caller")]
internal sealed class LocksItsOwnProcessOnly : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<Counter>.Create();

    /// <summary>No two instances of a process count at once; another process does not know of the lock.</summary>
    internal sealed class Counter(string folder) : IRateLimitCounter
    {
        static readonly Lock s_lock = new();
        readonly string _file = Path.Combine(folder, "total");

        public ValueTask<ulong> IncrementAsync(
            string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
        {
            lock (s_lock)
            {
                var total = Total + amount;
                Thread.Yield();
                File.WriteAllBytes(_file + Environment.ProcessId, BitConverter.GetBytes(total));
                File.Move(_file + Environment.ProcessId, _file, overwrite: true);
                return new(total);
            }
        }

        public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => new(Total);

        public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
        {
            File.Delete(_file);
            return default;
        }

        ulong Total => File.Exists(_file) ? BitConverter.ToUInt64(File.ReadAllBytes(_file)) : 0;
    }
}

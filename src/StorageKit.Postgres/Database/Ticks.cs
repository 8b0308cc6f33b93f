namespace StorageKit.Postgres;

/// <summary>Times as the database keeps them: ticks of 100 ns since 0001-01-01 UTC, by the server's clock.</summary>
internal static class Ticks
{
    /// <summary>How long a row stays after its time stamp; <see cref="long.MaxValue"/> is for ever.</summary>
    internal static long Of(TimeSpan? timeToLive) => timeToLive?.Ticks ?? long.MaxValue;

    internal static DateTimeOffset ToTime(long ticks) => new(ticks, TimeSpan.Zero);
}

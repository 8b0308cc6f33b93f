using System.Globalization;

namespace StorageKit.Sqlite;

/// <summary>What an outbox holds, in numbers.</summary>
/// <param name="Waiting">Entries that are to go to the target.</param>
/// <param name="Aside">Entries that are kept and do not go.</param>
/// <param name="Oldest">When the first of those that wait was written; null when none waits.</param>
internal sealed record OutboxState(long Waiting, long Aside, DateTimeOffset? Oldest)
{
    internal static OutboxState Read(DatabaseConnection connection)
    {
        var held = connection.Number("SELECT entries FROM held");
        var aside = connection.Number("SELECT count(*) FROM entries WHERE aside IN (1, 2)");
        var oldest = connection.Scalar(
            "SELECT kept_at FROM entries WHERE position = (SELECT min(position) FROM entries WHERE aside = 0)");
        return new(held - aside, aside, oldest is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null);
    }

    internal string Describe(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Waiting} waiting{(Oldest is { } since ? $" since {since:yyyy-MM-dd'T'HH:mm:ss'Z'} ({Age(now - since)})" : "")}"
        + $", {Aside} set aside");

    static string Age(TimeSpan age) => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Max(0, (long)age.TotalSeconds)} s");
}

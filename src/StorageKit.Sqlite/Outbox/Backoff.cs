namespace StorageKit.Sqlite;

/// <summary>Pauses that double up to a longest one. Each is cut by up to half at random, so that the processes of one
/// outage do not come back at one moment.</summary>
internal sealed class Backoff(TimeSpan longest)
{
    static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    TimeSpan _next = First;

    internal TimeSpan Next()
    {
        var pause = _next < longest ? _next : longest;
        _next = pause * 2;
        return pause * (0.5 + (Random.Shared.NextDouble() / 2));
    }

    internal void Reset() => _next = First;
}

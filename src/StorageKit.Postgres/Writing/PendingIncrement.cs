namespace StorageKit.Postgres;

/// <summary>A queued increment, which is answered with the key's total just after it; with null when it has to be done
/// alone.</summary>
internal sealed class PendingIncrement(
    string key, ulong amount, TimeSpan window, CancellationToken cancellationToken)
    : PendingCall<ulong?>(cancellationToken)
{
    internal string Key => key;

    internal ulong Amount => amount;

    /// <summary>How long the window is that it opens, if it opens one.</summary>
    internal TimeSpan Window => window;

    internal override int Count => 1;

    internal override long Size => key.Length;
}

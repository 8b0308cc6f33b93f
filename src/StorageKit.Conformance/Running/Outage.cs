namespace StorageKit.Conformance;

/// <summary>One way to take the backend away for some time.</summary>
/// <param name="When">As a failure says it: <c>while the backend is stopped</c>.</param>
/// <param name="BeginAsync">Takes it away; returns when it is gone.</param>
/// <param name="EndAsync">Gives it back; returns when it answers.</param>
internal sealed record Outage(string When, Func<ValueTask> BeginAsync, Func<ValueTask> EndAsync);

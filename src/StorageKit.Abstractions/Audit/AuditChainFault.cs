namespace StorageKit;

/// <summary>The first place where a chain is broken.</summary>
/// <param name="Kind">How.</param>
/// <param name="Index">Where, counted from 0; for <see cref="AuditChainFaultKind.TailCut"/> the length of what is left,
/// for <see cref="AuditChainFaultKind.Rewritten"/> the last entry that the checkpoint saw (the change is there or
/// before).</param>
/// <param name="Message">In one sentence, without any payload.</param>
public sealed record AuditChainFault(AuditChainFaultKind Kind, long Index, string Message);

namespace StorageKit;

/// <summary>A secret that was found in a payload and taken out of it.</summary>
/// <param name="Kind">What it was. Not part of <see cref="AuditEntry.EntryHash"/>, but of
/// <see cref="AuditEntry.Digest"/>.</param>
/// <param name="Offset">Where it began, in bytes of the payload's UTF-8.</param>
/// <param name="Matched">What stands there now: <c>[REDACTED:Kind]</c>. Never the secret.</param>
public sealed record CredentialFinding(CredentialKind Kind, ulong Offset, string Matched);

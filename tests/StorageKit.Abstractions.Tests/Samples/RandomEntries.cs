namespace StorageKit.Tests;

/// <summary>Entries out of few values, so that equal fields and equal hashes of different fields really
/// occur.</summary>
internal sealed class RandomEntries(int seed)
{
    static readonly string?[] Texts = [null, null, "", "a", "ab", "\0\0\0\u0001a", "ABCDEFGHIJKLMNOP", "å", "🙂"];
    readonly Random _random = new(seed);

    internal AuditEntry Next() => new(
        (ulong)_random.Next(2), (ulong)_random.Next(2), (AuditEventType)_random.Next(2), Sample.Agent, Sample.Session,
        Text() ?? "", Hash256.Genesis,
        new AuditLineage
        {
            RootAgentId = Sometimes() ? Sample.SixteenLetters : null,
            ParentAgentId = Sometimes() ? Sample.SixteenLetters : null,
            TeamId = Sparse(), OrgId = Sparse(), DelegationReason = Sparse(), SpawnedByTool = Sparse(),
            Depth = Sometimes() ? (uint)_random.Next(2) : null,
        },
        new AuditRedaction(Findings(), Sparse()), Sparse());

    CredentialFinding[] Findings() => !Sometimes() ? [] : [.. Enumerable.Range(0, _random.Next(3)).Select(_ =>
        new CredentialFinding((CredentialKind)_random.Next(3), (ulong)_random.Next(2), Text() ?? "m"))];

    bool Sometimes() => _random.Next(4) == 0;

    string? Sparse() => Sometimes() ? Text() : null;

    string? Text() => Texts[_random.Next(Texts.Length)];
}

using System.Text;

namespace StorageKit.Conformance.Clauses;

/// <summary>Pairs of different entries that have the same <see cref="AuditEntry.EntryHash"/>.</summary>
internal static class AmbiguousEntries
{
    const string Value = "a value to move";

    /// <summary>Each of a session of its own.</summary>
    internal static IEnumerable<(string What, AuditEntry Original, AuditEntry Moved)> Pairs()
    {
        (string Name, Func<AuditDraft, AuditDraft> Set)[] texts =
        [
            ("team id", draft => draft with { Lineage = new() { TeamId = Value } }),
            ("org id", draft => draft with { Lineage = new() { OrgId = Value } }),
            ("delegation reason", draft => draft with { Lineage = new() { DelegationReason = Value } }),
            ("spawning tool", draft => draft with { Lineage = new() { SpawnedByTool = Value } }),
            ("policy document id", draft => draft with { PolicyDocId = Value }),
        ];
        foreach (var from in texts)
            foreach (var to in texts)
                if (from.Name != to.Name)
                    yield return Pair($"moving the {from.Name} to the {to.Name}", from.Set, to.Set);

        var id = AgentId.FromBytes("sixteen letters!"u8);
        var idText = Encoding.ASCII.GetString(id.ToByteArray());
        yield return Pair(
            "moving the root agent id to the parent agent id",
            draft => draft with { Lineage = new() { RootAgentId = id } },
            draft => draft with { Lineage = new() { ParentAgentId = id } });
        yield return Pair(
            "moving the end of the payload to the root agent id",
            draft => draft with { Payload = "{}" + idText },
            draft => draft with { Payload = "{}", Lineage = new() { RootAgentId = id } });
        yield return Pair(
            "moving the end of the payload to the policy document id",
            draft => draft with { Payload = "{}\0\0\0\u0002ok" },
            draft => draft with { Payload = "{}", PolicyDocId = "ok" });
        yield return Pair(
            "turning depth 0 into an empty team id",
            draft => draft with { Lineage = new() { Depth = 0 } },
            draft => draft with { Lineage = new() { TeamId = "" } });
        yield return Pair(
            "changing the kind of a finding",
            draft => draft with { Redaction = new([new(CredentialKind.SsnPattern, 1, "x")]) },
            draft => draft with { Redaction = new([new(CredentialKind.EmailAddress, 1, "x")]) });
    }

    static (string, AuditEntry, AuditEntry) Pair(
        string what, Func<AuditDraft, AuditDraft> original, Func<AuditDraft, AuditDraft> moved)
    {
        var draft = new AuditDraft { AgentId = AgentId.New(), SessionId = SessionId.New(), Payload = "{}" };
        var (before, after) = (original(draft).ToEntry(), moved(draft).ToEntry());
        return before.EntryHash == after.EntryHash
            ? (what, before, after)
            : throw new InvalidOperationException($"{what} changes the hash: not a pair for this clause.");
    }
}

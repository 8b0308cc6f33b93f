using System.Text.Json;

namespace StorageKit;

internal static partial class AuditEntryJson
{
    const int RequiredFields = 8;

    static readonly string[] EntryFields =
    [
        "seq", "timestamp_ns", "event_type", "agent_id", "session_id", "payload", "previous_hash", "entry_hash",
        "root_agent_id", "parent_agent_id", "team_id", "org_id", "delegation_reason", "spawned_by_tool", "depth",
        "credential_findings", "redacted_payload", "policy_doc_id",
    ];

    static readonly string[] FindingFields = ["kind", "offset", "matched"];

    internal static AuditEntry Read(string json)
    {
        var reader = SerdeReader.Open(json, "audit entry");
        reader.Read();
        var fields = new Fields();
        var entry = new SerdeStruct(ref reader, "entry", EntryFields);
        while (entry.Next(ref reader, out var field)) fields.Read(ref reader, field);
        entry.RequireFirst(RequiredFields, reader);
        reader.ReadEnd();
        return fields.ToEntry();
    }

    struct Fields()
    {
        ulong _seq, _timestampNs;
        AuditEventType _eventType;
        AgentId _agentId;
        SessionId _sessionId;
        string _payload = "";
        Hash256 _previousHash, _entryHash;
        AuditLineage _lineage = AuditLineage.None;
        List<CredentialFinding> _findings = [];
        string? _redactedPayload, _policyDocId;

        internal void Read(ref SerdeReader reader, int field)
        {
            var name = EntryFields[field];
            switch (field)
            {
                case 0: _seq = reader.UInt64(name); break;
                case 1: _timestampNs = reader.UInt64(name); break;
                case 2: _eventType = reader.Variant(name, VariantNames.Find<AuditEventType>); break;
                case 3: _agentId = ReadAgent(ref reader, name); break;
                case 4: _sessionId = ReadSession(ref reader, name); break;
                case 5: _payload = reader.Text(name); break;
                case 6: _previousHash = ReadHash(ref reader, name); break;
                case 7: _entryHash = ReadHash(ref reader, name); break;
                case 15: _findings = ReadFindings(ref reader); break;
                default:
                    if (reader.Token != JsonTokenType.Null) ReadOptional(ref reader, field, name);
                    break;
            }
        }

        void ReadOptional(ref SerdeReader reader, int field, string name)
        {
            switch (field)
            {
                case 8: _lineage = _lineage with { RootAgentId = ReadAgent(ref reader, name) }; break;
                case 9: _lineage = _lineage with { ParentAgentId = ReadAgent(ref reader, name) }; break;
                case 10: _lineage = _lineage with { TeamId = reader.Text(name) }; break;
                case 11: _lineage = _lineage with { OrgId = reader.Text(name) }; break;
                case 12: _lineage = _lineage with { DelegationReason = reader.Text(name) }; break;
                case 13: _lineage = _lineage with { SpawnedByTool = reader.Text(name) }; break;
                case 14: _lineage = _lineage with { Depth = reader.UInt32(name) }; break;
                case 16: _redactedPayload = reader.Text(name); break;
                case 17: _policyDocId = reader.Text(name); break;
            }
        }

        internal readonly AuditEntry ToEntry() => AuditEntry.Restore(
            new AuditEntry(
                _seq, _timestampNs, _eventType, _agentId, _sessionId, _payload, _previousHash, _lineage,
                new AuditRedaction(_findings, _redactedPayload), _policyDocId),
            _entryHash);
    }

    static AgentId ReadAgent(ref SerdeReader reader, string name)
    {
        Span<byte> bytes = stackalloc byte[Uuid.Size];
        reader.Bytes(name, bytes);
        return AgentId.FromBytes(bytes);
    }

    static SessionId ReadSession(ref SerdeReader reader, string name)
    {
        Span<byte> bytes = stackalloc byte[Uuid.Size];
        reader.Bytes(name, bytes);
        return SessionId.FromBytes(bytes);
    }

    static Hash256 ReadHash(ref SerdeReader reader, string name)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        reader.Bytes(name, bytes);
        return Hash256.FromBytes(bytes);
    }

    static List<CredentialFinding> ReadFindings(ref SerdeReader reader)
    {
        if (reader.Token != JsonTokenType.StartArray) throw reader.Expected("credential_findings", "an array");
        List<CredentialFinding> findings = [];
        while (true)
        {
            reader.Read();
            if (reader.Token == JsonTokenType.EndArray) return findings;
            findings.Add(ReadFinding(ref reader));
        }
    }

    static CredentialFinding ReadFinding(ref SerdeReader reader)
    {
        var kind = CredentialKind.Custom;
        ulong offset = 0;
        var matched = "";
        var finding = new SerdeStruct(ref reader, "credential_findings", FindingFields);
        while (finding.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0: kind = reader.Variant("kind", VariantNames.Find<CredentialKind>); break;
                case 1: offset = reader.UInt64("offset"); break;
                case 2: matched = reader.Text("matched"); break;
            }
        }
        finding.RequireFirst(FindingFields.Length, reader);
        return new(kind, offset, matched);
    }
}

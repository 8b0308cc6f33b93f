namespace StorageKit.Tests;

/// <summary>The JSON text of an entry, field by field, to damage one of them.</summary>
internal sealed class EntryJson
{
    readonly List<(string Name, string Value)> _fields =
    [
        ("seq", "7"), ("timestamp_ns", "8"), ("event_type", "\"PolicyViolation\""), ("agent_id", Zeros(16)),
        ("session_id", Zeros(16)), ("payload", "\"p\""), ("previous_hash", Zeros(32)), ("entry_hash", Zeros(32)),
        ("root_agent_id", "null"), ("parent_agent_id", "null"), ("team_id", "\"t\""), ("org_id", "null"),
        ("delegation_reason", "null"), ("spawned_by_tool", "null"), ("depth", "3"), ("credential_findings", "[]"),
        ("redacted_payload", "null"), ("policy_doc_id", "null"),
    ];

    internal static IEnumerable<string> Names => new EntryJson()._fields.Select(f => f.Name);

    internal static IEnumerable<string> RequiredNames => Names.Take(8);

    internal static string Zeros(int count) => $"[{string.Join(",", Enumerable.Repeat("0", count))}]";

    internal EntryJson With(string name, string value)
    {
        _fields[_fields.FindIndex(field => field.Name == name)] = (name, value);
        return this;
    }

    internal EntryJson Without(string name)
    {
        _fields.RemoveAll(field => field.Name == name);
        return this;
    }

    /// <summary>Puts text behind the last field.</summary>
    internal string Then(string json) => $"{{{Body}{json}}}";

    internal string AsArray(int length) => $"[{string.Join(",", _fields.Take(length).Select(field => field.Value))}]";

    public override string ToString() => Then("");

    string Body => string.Join(",", _fields.Select(f => $"\"{f.Name}\":{f.Value}"));
}

using System.Text.Json;

namespace StorageKit.Conformance.Power;

/// <summary>Makes docs/power/levels.tsv from the statements that the drivers' suites have written: how far each
/// contract of each driver is proven.</summary>
internal static class Levels
{
    static readonly string[] s_levels = ["core", "concurrent", "fault_tolerant", "durable"];

    static readonly (string Prefix, string Kind)[] s_contracts =
    [
        ("AUD", "audit_sink"), ("CRD", "credential_store"), ("LIF", "lifecycle_store"), ("OBJ", "object_store"),
        ("POL", "policy_store"), ("RLC", "rate_limit_counter"), ("SES", "session_store"),
    ];

    /// <param name="root">A clone in which ./test.sh has run.</param>
    internal static void Write(string root)
    {
        var rows = Directory.GetFiles(root, "*Conformance.json", SearchOption.AllDirectories)
            .Where(path => path.Contains(".Tests", StringComparison.Ordinal)
                && !path.Contains("Xunit", StringComparison.Ordinal)
                && !path.Contains("AgentAssembly", StringComparison.Ordinal))
            .Select(path => JsonDocument.Parse(File.ReadAllBytes(path)).RootElement)
            .Where(statement => Text(statement, "suite").StartsWith("StorageKit.", StringComparison.Ordinal))
            // The cache in front of another store is none that a configuration could select alone.
            .Where(statement => Text(statement, "driver") != "redis-cached")
            .SelectMany(Rows).Order(StringComparer.Ordinal).ToList();
        File.WriteAllText(
            Path.Combine(root, "docs/power/levels.tsv"),
            "driver\tcontract\tlevel\tdeviating\n" + string.Concat(rows.Select(row => row + "\n")));
    }

    static IEnumerable<string> Rows(JsonElement statement)
    {
        var clauses = statement.GetProperty("clauses").EnumerateArray().ToList();
        foreach (var (prefix, kind) in s_contracts)
        {
            var own = clauses.Where(clause => Text(clause, "id").StartsWith(prefix, StringComparison.Ordinal)).ToList();
            if (own.TrueForAll(clause => Text(clause, "outcome") == "not_applicable")) continue;
            var deviating = own.Where(clause => Text(clause, "outcome") == "deviating")
                .Select(clause => Text(clause, "id"));
            yield return $"{Text(statement, "driver")}\t{kind}\t{LevelOf(own)}\t{string.Join(',', deviating)}";
        }
    }

    /// <summary>The highest level of which something passed, where nothing failed and nothing was left out up to it.
    /// A declared deviation is told beside it.</summary>
    static string LevelOf(List<JsonElement> clauses)
    {
        var reached = "none";
        foreach (var level in s_levels)
        {
            var own = clauses
                .Where(clause => clause.TryGetProperty("level", out var of) && of.GetString() == level).ToList();
            if (own.Exists(clause => Text(clause, "outcome") is "failed" or "inconclusive"
                || (clause.TryGetProperty("selected", out var selected) && !selected.GetBoolean()
                    && Text(clause, "outcome") == "untested")))
                break;
            if (own.Exists(clause => Text(clause, "outcome") == "passed")) reached = level;
        }
        return reached;
    }

    static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}

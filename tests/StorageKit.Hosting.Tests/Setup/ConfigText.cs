namespace StorageKit.Hosting.Tests.Setup;

/// <summary>Texts of configurations.</summary>
internal static class ConfigText
{
    static readonly string[] s_kinds =
    [
        "policy_store", "audit_sink", "session_store", "credential_store", "rate_limit_counter", "lifecycle_store",
    ];

    internal const string Memory = "memory";

    /// <summary>Lines 1 to 7 are <c>[storage]</c> and its six keys; what follows begins at line 8.</summary>
    internal static string Of(string driver, string sections = "", params (string Kind, string Driver)[] others) =>
        "[storage]\n"
        + string.Concat(s_kinds.Select(
            kind => $"{kind} = \"{others.FirstOrDefault(other => other.Kind == kind).Driver ?? driver}\"\n"))
        + sections;

    /// <summary>Everything in one file; credentials lie readable when there are no keys.</summary>
    internal static string Sqlite(string path, string more = "plaintext = true\n") =>
        Of("sqlite", $"[storage.sqlite]\npath = '{path}'\n{more}");

    internal static StorageConfig Parse(string driver) => StorageConfig.Parse(Of(driver));
}

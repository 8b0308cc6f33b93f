using System.Collections.ObjectModel;
using StorageKit.Toml;

namespace StorageKit.Tools;

/// <summary>What <c>storage_type</c> may be: every driver that provides objects, under its own name or the one that
/// configurations of components use for it.</summary>
internal static class StorageTypes
{
    const string Postgres = "postgres";

    internal const string PostgreSql = "postgresql", Local = "local", Key = "storage_type";

    internal static readonly IReadOnlyDictionary<string, string> NoOtherNames =
        ReadOnlyDictionary<string, string>.Empty;

    static readonly Dictionary<string, string> s_local = new() { ["path"] = "base_path" };

    /// <summary>The driver of a type.</summary>
    internal static string DriverOf(string type) => type == PostgreSql ? Postgres : type;

    /// <summary>The types of a registry's drivers, in ordinal order.</summary>
    internal static IEnumerable<string> Of(Registry registry) =>
        registry.NamesFor(StandardContracts.ObjectStore.Kind)
            .Select(driver => driver == Postgres ? PostgreSql : driver)
            .Order(StringComparer.Ordinal);

    /// <summary>What a driver's options are called in a component's table.</summary>
    internal static IReadOnlyDictionary<string, string> OtherNamesOf(TomlTable table) =>
        table[Key] is TomlString { Value: Local } ? s_local : NoOtherNames;

    /// <summary>The options that the driver could do without, and a component may not leave out.</summary>
    internal static IReadOnlyList<string> RequiredKeysOf(string type) => type == PostgreSql ? ["password"] : [];
}

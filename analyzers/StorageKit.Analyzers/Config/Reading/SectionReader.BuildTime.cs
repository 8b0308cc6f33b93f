using StorageKit.Toml;

namespace StorageKit;

/// <summary>What is different while a project is built: no secret is looked up, and a contract has no type.</summary>
public sealed partial class SectionReader
{
    /// <summary>The section; null when the file does not have it.</summary>
    internal TomlTable? Section => _table;

    /// <summary>What messages call the section.</summary>
    internal string Path => _path;

    /// <summary>What was found so far, in this section and elsewhere.</summary>
    internal IReadOnlyList<ConfigError> Errors => _errors;

    /// <summary>The name of another driver, which serves a contract; who asks sees to that.</summary>
    internal void Store(string key, OptionFlags flags, string? kind)
    {
        const string Expected = "driver's name (string)";
        if (!TryFind(key, out var value))
            NotSet<string>(key, flags, Expected);
        else if (value is TomlString name)
            _references.Add(new StoreReference(kind, name));
        else
            Wrong<string>(key, flags, value, Expected);
    }

    // Neither a variable nor a file of the machine that builds says anything of the machine that runs.
    static Option<string> Variable(string key, TomlString text, string name) => default;

    static Option<string> FromFile(string key, TomlString text, string path) => default;
}

using StorageKit.Toml;

namespace StorageKit;

public sealed partial class SectionReader
{
    const string FilePrefix = "file:";

    /// <summary>What a secret's text refers to: an environment variable, a file, or itself.</summary>
    Option<string> Resolve(string key, TomlString text)
    {
        var value = text.Value;
        if (IsVariable(value)) return FromEnvironment(key, text, value[2..^1]);
        return value.StartsWith(FilePrefix, StringComparison.Ordinal)
            ? FromFile(key, text, value[FilePrefix.Length..])
            : new(value);
    }

    Option<string> FromEnvironment(string key, TomlString text, string name)
    {
        // What is no variable's name may be a password that happens to begin and end like a reference.
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            return Unresolved(
                key, text, "what stands between ${ and } is no name of an environment variable",
                "a name has letters, digits and _ only");
        return Variable(key, text, name);
    }

    /// <summary>Whether a secret's text says where the secret is.</summary>
    internal static bool IsReference(string value) =>
        IsVariable(value) || value.StartsWith(FilePrefix, StringComparison.Ordinal);

    static bool IsVariable(string value) =>
        value.StartsWith("${", StringComparison.Ordinal) && value.EndsWith('}');

    Option<string> Unresolved(string key, TomlString text, string why, string? hint)
    {
        _errors.Add(Error(text.Span.Start, $"[{_path}] {WrittenAs(key)}: {why}", hint) with
        {
            Fault = ConfigFault.WrongValue,
            Span = text.Span,
        });
        return default;
    }
}

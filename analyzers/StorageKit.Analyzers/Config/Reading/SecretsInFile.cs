using Microsoft.CodeAnalysis.Text;
using StorageKit.Toml;

namespace StorageKit.Analyzers.Config;

/// <summary>The secrets that stand in a file where it could say where they are.</summary>
internal static class SecretsInFile
{
    public static IEnumerable<Finding> Of(string file, TomlDocument document, ReadingNotes notes)
    {
        foreach (var secret in notes.Secrets.Concat(Keys(document)))
            if (IsSecret(secret.Text.Value))
                yield return new(
                    new(
                        ConfigErrorKind.Option, file, secret.Text.Span.Start,
                        $"[{secret.Section}] {QuotedName.OfKey(secret.Key)}: the secret stands in the file")
                    {
                        Hint = $"write \"${{{VariableOf(secret)}}}\" and set that variable, or \"file:PATH\"",
                        Span = secret.Text.Span,
                    },
                    new(
                        new(
                            TextSpan.FromBounds(secret.Text.Span.Start.Offset, secret.Text.Span.End.Offset),
                            $"\"${{{VariableOf(secret)}}}\""),
                        $"Read it from the environment variable '{VariableOf(secret)}'"));
    }

    /// <summary>The keys that credentials are encrypted with.</summary>
    static IEnumerable<SecretValue> Keys(TomlDocument document)
    {
        if (document.Root["storage"] is not TomlTable storage
            || storage[StandardKinds.Encryption] is not TomlTable encryption
            || encryption["keys"] is not TomlTable keys)
            yield break;
        foreach (var entry in keys)
            if (entry.Value is TomlString text)
                yield return new("storage.encryption.keys", entry.Key, text);
    }

    // An address without a password is none, and is often the whole value of a secret option on a developer's machine.
    static bool IsSecret(string value) =>
        value.Length > 0 && !SectionReader.IsReference(value)
        && !(value.Contains("://", StringComparison.Ordinal) && !value.Contains("@", StringComparison.Ordinal)
            && value.IndexOf("pass", StringComparison.OrdinalIgnoreCase) < 0);

    static string VariableOf(SecretValue secret) =>
        SecretVariable.NameOf(secret.Section.Substring(secret.Section.IndexOf('.') + 1), secret.Key);
}

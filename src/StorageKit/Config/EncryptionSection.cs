using System.Security.Cryptography;
using StorageKit.Toml;

namespace StorageKit;

/// <summary>The kit's own section, <c>[storage.encryption]</c>: reads the key ring, and shows nothing that may be a
/// key.</summary>
internal static class EncryptionSection
{
    /// <summary>Its key under <c>[storage]</c>, which is no driver's name.</summary>
    internal const string Name = StandardKinds.Encryption;

    const string Path = "storage." + Name;
    const string HowToMake = "make one with openssl rand -base64 32";

    /// <summary>Reads the section; adds every error, in the order of the file.</summary>
    /// <returns>Null when it has errors.</returns>
    internal static KeyRing? Read(string file, TomlEntry section, StorageServices services, List<ConfigError> errors)
    {
        List<ConfigError> found = [];
        var ring = section.Value is TomlTable table
            ? Read(new(file, null, Path, table, table.Span.Start, found, services.Environment, []))
            : null;
        if (section.Value is not TomlTable)
            found.Add(new(
                ConfigErrorKind.Option, file, section.Value.Span.Start,
                $"[storage] {Name}: expected a table, found {FoundValue.WithArticle(section.Value.TypeName)}")
            { Hint = $"write [{Path}]" });
        errors.AddRange(found.OrderBy(error => error.Position?.Offset ?? 0));
        return found.Count == 0 ? ring : null;
    }

    static KeyRing? Read(SectionReader section)
    {
        var active = section.Text("active", OptionFlags.Required);
        var keys = section.Table("keys", ReadKeys, OptionFlags.Required);
        if (keys.IsSet && active.IsSet && !keys.Value.ContainsKey(active.Value))
        {
            // Not shown: a key may have been pasted here.
            var near = NearestName.Of(active.Value, keys.Value.Keys);
            section.Refuse(
                section.PlaceOf("active"), "active: no key has this id",
                near is not null ? $"did you mean \"{near}\"?" : "the keys are " + string.Join(", ", keys.Value.Keys));
        }
        return section.Complete() ? new(active.Value, keys.Value) : null;
    }

    static SortedDictionary<string, byte[]>? ReadKeys(SectionReader section)
    {
        SortedDictionary<string, byte[]> keys = new(StringComparer.Ordinal);
        foreach (var entry in section.Entries)
        {
            if (!KeyRing.IsId(entry.Key))
            {
                // Not shown: the key itself may have been written in its place.
                section.Refuse(
                    entry.KeySpan.Start, "a key's id " + KeyRing.IdRule,
                    "write the key behind its id, as in \"2026-11\" = \"${STORAGE_KEY}\"");
                section.Skip(entry.Key);
                continue;
            }
            if (entry.Value is TomlTable { Kind: TomlTableKind.Dotted })
            {
                section.Refuse(entry.KeySpan.Start, $"{entry.Key}: an id with a dot stands in quotes", "quote the id");
                section.Skip(entry.Key);
                continue;
            }
            var text = section.Text(entry.Key, OptionFlags.Secret);
            if (!text.IsSet) continue;
            if (Decode(text.Value) is not { } key)
                section.Refuse(
                    entry.Value.Span.Start, $"{entry.Key}: not the Base64 of {KeyRing.KeySize} bytes (44 characters)",
                    HowToMake);
            else if (KeyRing.WhyWeak(key) is { } flaw)
                section.Refuse(entry.Value.Span.Start, $"{entry.Key}: the key {flaw}", HowToMake);
            else if (keys.FirstOrDefault(other => CryptographicOperations.FixedTimeEquals(other.Value, key)).Key
                is { } twin)
                section.Refuse(
                    entry.Value.Span.Start, $"{entry.Key}: the same key as {twin}",
                    "give the new id a new key; " + HowToMake);
            else
                keys.Add(entry.Key, key);
        }
        if (section.Entries.Count == 0)
            section.Refuse(null, "has no key", "add \"2026-11\" = \"${STORAGE_KEY}\"; " + HowToMake);
        return section.Complete() ? keys : null;
    }

    static byte[]? Decode(string text)
    {
        var key = new byte[KeyRing.KeySize];
        return Convert.TryFromBase64String(text, key, out var length) && length == key.Length ? key : null;
    }
}

using StorageKit.Toml;

namespace StorageKit;

/// <summary>What can be said of a configuration without knowing any driver: it has a <c>[storage]</c> table, which
/// names one for each contract.</summary>
internal static class ConfigShape
{
    /// <summary>The <c>[storage]</c> table; null when there is none.</summary>
    internal static TomlTable? StorageOf(TomlDocument document, List<ConfigError> errors)
    {
        var file = document.FileName;
        if (!document.Root.TryGet("storage", out var entry))
        {
            var near = NearestName.Of("storage", document.Root.Select(e => e.Key));
            errors.Add(new(ConfigErrorKind.NoStorageSection, file, null, "has no [storage] section")
            {
                Hint = near is null
                    ? "add [storage] with a driver for each contract"
                    : $"did you mean [storage] where it says {QuotedName.OfKey(near)}?",
                Fault = ConfigFault.Missing,
            });
            return null;
        }
        if (entry.Value is not TomlTable storage)
        {
            errors.Add(new(
                ConfigErrorKind.ParseError, file, entry.KeySpan.Start,
                $"storage: expected a table, found {FoundValue.WithArticle(entry.Value.TypeName)}")
            { Fault = ConfigFault.WrongValue, Span = entry.KeySpan });
            return null;
        }
        foreach (var kind in StandardKinds.Required) CheckKind(file, entry, storage, kind, isRequired: true, errors);
        CheckKind(file, entry, storage, StandardKinds.ObjectStore, isRequired: false, errors);
        return storage;
    }

    static void CheckKind(
        string file, TomlEntry storageEntry, TomlTable storage, string kind, bool isRequired, List<ConfigError> errors)
    {
        if (!storage.TryGet(kind, out var entry))
        {
            if (isRequired) errors.Add(MissingKind(file, storageEntry, storage, kind));
        }
        else if (entry.Value is not TomlString)
        {
            errors.Add(NoDriverName(file, kind, entry));
        }
    }

    static ConfigError MissingKind(string file, TomlEntry storageEntry, TomlTable storage, string kind)
    {
        var strangers = storage.Where(e => e.Value is TomlString && !StandardKinds.Contains(e.Key));
        var near = NearestName.Of(kind, strangers.Select(e => e.Key));
        return new(
            ConfigErrorKind.ParseError, file, storageEntry.KeySpan.Start, $"[storage]: missing field `{kind}`")
        {
            Contract = kind,
            Hint = near is null
                ? $"add {kind} = \"DRIVER\""
                : $"did you mean {kind} where it says {QuotedName.OfKey(near)}?",
            Fault = ConfigFault.Missing,
            Span = storageEntry.KeySpan,
            Fix = near is not null && NearestName.Only(near, MissingKinds(storage)) == kind
                && NearestName.Only(kind, strangers.Select(e => e.Key)) == near
                && storage.TryGet(near, out var stranger)
                ? new(stranger.KeySpan, kind)
                : null,
        };
    }

    static IEnumerable<string> MissingKinds(TomlTable storage) =>
        StandardKinds.All.Where(kind => !storage.TryGet(kind, out _));

    /// <summary>The error about a contract's key that has something else than a driver's name.</summary>
    internal static ConfigError NoDriverName(string file, string kind, TomlEntry entry) =>
        new(
            ConfigErrorKind.ParseError, file, entry.Value.Span.Start,
            $"[storage] {kind}: expected a driver's name (string), "
            + $"found {FoundValue.WithArticle(entry.Value.TypeName)}")
        { Contract = kind, Fault = ConfigFault.WrongValue, Span = entry.Value.Span };
}

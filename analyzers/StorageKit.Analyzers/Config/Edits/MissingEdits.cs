using Microsoft.CodeAnalysis.Text;
using StorageKit.Roslyn;
using StorageKit.Toml;

namespace StorageKit.Analyzers.Config;

/// <summary>What an editor can add where something is missing.</summary>
internal sealed class MissingEdits(SourceText text, TomlDocument document, KnownDrivers drivers, ReadingNotes notes)
{
    readonly Insertion insertion = new(text);

    /// <summary>The edit for an error; null when nothing is missing, or nothing can be added by one edit.</summary>
    public FileEdit? For(ConfigError error) => error.Kind switch
    {
        _ when error.Fault != ConfigFault.Missing => null,
        ConfigErrorKind.NoStorageSection => AddStorage(),
        ConfigErrorKind.ParseError => AddKind(error.Contract!),
        ConfigErrorKind.MissingDriverSection => AddSection(error.Driver!),
        _ => notes.Missing.Find(missing => missing.Error == error) is { } missing ? AddKey(missing) : null,
    };

    FileEdit AddStorage()
    {
        var lines = StandardKinds.Required.Select(kind => $"{kind} = {Text(DriverFor(kind))}");
        return new(insertion.AtEnd(["[storage]", .. lines]), "Add [storage]");
    }

    FileEdit? AddKind(string kind) =>
        document.Root["storage"] is TomlTable storage
        && insertion.Into(storage, $"{kind} = {Text(DriverFor(kind))}") is { } change
            ? new(change, $"Add '{kind}'")
            : null;

    /// <summary>The driver that most of the file uses, of those that serve the contract.</summary>
    string DriverFor(string kind)
    {
        var names = drivers.NamesFor(kind);
        var storage = document.Root["storage"] as TomlTable;
        return StandardKinds.Required.Select(other => storage?[other]).OfType<TomlString>()
                .Select(name => name.Value).Where(name => names.Contains(name, StringComparer.Ordinal))
                .GroupBy(name => name).OrderByDescending(same => same.Count()).FirstOrDefault()?.Key
            ?? names.FirstOrDefault() ?? "";
    }

    FileEdit AddSection(string driver)
    {
        var lines = RequiredOf(driver).Select(option => Line(option, driver));
        return new(insertion.AtEnd([$"[storage.{driver}]", .. lines]), $"Add [storage.{driver}]");
    }

    IEnumerable<OptionModel> RequiredOf(string driver) =>
        drivers.Find(driver)?.Options is { } type
            ? new OptionsParser(drivers.Compilation, new UsageProblems(), CancellationToken.None).Parse(type)?.Options
                .Where(option => option.IsRequired) ?? []
            : [];

    FileEdit? AddKey(MissingOption missing)
    {
        var driver = missing.Error.Driver ?? "";
        var line = Line(missing.Option, driver);
        if (missing.Section is null)
            return AddSection(driver);
        return insertion.Into(missing.Section, line) is { } change ? new(change, $"Add '{missing.Option.Key}'") : null;
    }

    static string Line(OptionModel option, string driver) => $"{option.Key} = {Placeholder.For(option, driver)}";

    static string Text(string name) => $"\"{name}\"";
}

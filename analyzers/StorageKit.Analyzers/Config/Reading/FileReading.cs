using StorageKit.Toml;

namespace StorageKit.Analyzers.Config;

/// <summary>Holds a document against the known drivers, step by step as the registry does when it opens one.</summary>
internal sealed class FileReading(
    TomlDocument document, KnownDrivers drivers, ReadingNotes notes, CancellationToken cancellationToken)
{
    readonly List<ConfigError> errors = [];
    readonly string file = document.FileName;

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<ConfigError> Read()
    {
        var storage = ConfigShape.StorageOf(document, errors);
        // As the registry, which cannot go on then.
        if (storage is null || errors.Count > 0) return errors;
        var selected = new List<SelectedSection>();
        foreach (var kind in drivers.Kinds)
        {
            if (!storage.TryGet(kind, out var entry)) continue;
            if (entry.Value is not TomlString name)
                errors.Add(ConfigShape.NoDriverName(file, kind, entry));
            else if (Choose(storage, kind, name, selected) is { } driver && !selected.Contains(driver))
                selected.Add(driver);
        }
        foreach (var section in selected) Bind(section);
        Follow(storage, selected);
        AddUnused(storage, selected);
        return errors;
    }

    SelectedSection? Choose(TomlTable storage, string? kind, TomlString name, List<SelectedSection> selected)
    {
        var position = name.Span.Start;
        var driver = drivers.Find(name.Value);
        if (driver is null || !driver.Serves(kind))
        {
            var available = drivers.NamesFor(kind);
            errors.Add(SelectionErrors.Unknown(file, position, kind, name.Value, available, driver is not null) with
            {
                Span = name.Span,
                Fix = driver is null ? ConfigFix.OfName(name.Span, name.Value, available) : null,
            });
            return null;
        }
        var hasSection = storage.TryGet(name.Value, out var section);
        if (!hasSection && driver.RequiresSection)
        {
            errors.Add(
                SelectionErrors.NoSection(file, position, kind ?? "driver", name.Value) with { Span = name.Span });
            return null;
        }
        return selected.Find(known => known.Driver == driver)
            ?? new(driver, hasSection ? section : null, position);
    }

    /// <summary>Reads the options; adds every error of the section, in the order of the file.</summary>
    void Bind(SelectedSection selected)
    {
        var driver = selected.Driver;
        if (driver.IsOpaque) return;
        var table = selected.Section?.Value as TomlTable;
        if (selected.Section is { } entry && table is null)
        {
            errors.Add(SelectionErrors.NoTable(file, entry, driver.Name));
            return;
        }
        List<ConfigError> found = [];
        var reader = new SectionReader(
            file, driver.Name, $"storage.{driver.Name}", table, table?.Span.Start ?? selected.SelectedAt, found,
            static _ => null, selected.References);
        if (driver.Options is null)
            reader.Complete();
        else
            new OptionsReading(drivers.Compilation, notes, cancellationToken).Read(reader, driver.Options);
        errors.AddRange(found.OrderBy(error => error.Position?.Offset ?? 0));
    }

    /// <summary>Finds the drivers that the options of the selected ones refer to, and reads their options, too.
    /// </summary>
    void Follow(TomlTable storage, List<SelectedSection> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var reference in all[i].References)
            {
                if (Choose(storage, reference.Kind, reference.Name, all) is not { } target) continue;
                if (!all.Contains(target))
                {
                    all.Add(target);
                    Bind(target);
                }
                if (target.Reaches(all[i]))
                    errors.Add(SelectionErrors.Circle(
                        file, reference.Name.Span.Start, reference.Kind ?? "", target.Driver.Name) with
                    { Span = reference.Name.Span });
                else
                    all[i].Targets.Add(target);
            }
        }
    }

    void AddUnused(TomlTable storage, List<SelectedSection> selected)
    {
        // What a driver refers to that cannot be seen from here, cannot be known either.
        if (selected.Exists(section => section.Driver.IsOpaque)
            || errors.Exists(error => error.Kind == ConfigErrorKind.UnknownDriver))
            return;
        var read = new HashSet<string>(drivers.Kinds, StringComparer.Ordinal) { StandardKinds.Encryption };
        read.UnionWith(selected.Select(section => section.Driver.Name));
        read.UnionWith(drivers.Kinds.Select(kind => storage[kind]).OfType<TomlString>().Select(name => name.Value));
        foreach (var entry in storage)
            if (!read.Contains(entry.Key))
                errors.Add(SelectionErrors.Unused(file, entry, drivers.Kinds, drivers.Names, storage));
    }
}

using StorageKit.Toml;

namespace StorageKit.Tools;

/// <summary>Reads a <c>[[component]]</c>.</summary>
internal sealed class ComponentTable(
    string file, Registry registry, StorageServices services, List<ConfigError> errors)
{
    const int LongestPage = 1000, LongestKey = 65_536, LongestValue = 16 * 1024 * 1024;
    const int ShortestResult = 4096, LongestResult = 1024 * 1024;

    /// <returns>Null when it has errors.</returns>
    /// <param name="section">Reads the table.</param>
    /// <param name="table">The table.</param>
    /// <param name="names">The components before; this one's name is added.</param>
    internal StorageComponent? Read(SectionReader section, TomlTable table, List<string> names)
    {
        section.Choice("type", [(StorageComponent.TypeName, true)], OptionFlags.Required);
        var name = section.Text("name", OptionFlags.Required);
        var description = section.Text("description");
        var type = section.Text(StorageTypes.Key, OptionFlags.Required);
        var limits = ReadLimits(section);
        if (name.IsSet) CheckName(section, name.Value, names);
        if (!type.IsSet || !TryDriver(section, type.Value, out var driver)) return null;
        foreach (var key in StorageTypes.RequiredKeysOf(type.Value))
            if (!table.TryGet(key, out _))
                section.Refuse(null, $"missing key \"{key}\"", $"add {key} = … (string)");
        var source = Bind(section, driver, type.Value);
        return source is null ? null : new(name.Value, description.IsSet ? description.Value : null, limits, source);
    }

    static void CheckName(SectionReader section, string name, List<string> names)
    {
        var place = section.PlaceOf("name");
        if (!ToolNames.IsComponent(name))
            section.Refuse(
                place, $"name: {QuotedName.OrHidden(name)} is none that a model can call",
                $"a name is {ToolNames.ComponentRule}");
        else if (name.Length > StorageComponent.LongestName)
            section.Refuse(
                place, $"name: \"{name}\" has {name.Length} characters, and with \"{StorageComponent.LongestTool}\" "
                + $"more than the {ToolNames.Longest} that a model can call",
                $"use at most {StorageComponent.LongestName}");
        else if (names.Find(other => ToolNames.Comparer.Equals(other, name)) is not null)
            section.Refuse(place, $"name: there is a component \"{name}\" already", "give each a name of its own");
        else
            names.Add(name);
    }

    static StorageLimits ReadLimits(SectionReader section)
    {
        var limits = StorageLimits.Default;
        return new()
        {
            MaxKeyBytes = Read("max_key_bytes", 1, LongestKey, limits.MaxKeyBytes),
            MaxValueBytes = Read("max_value_bytes", 1, LongestValue, limits.MaxValueBytes),
            MaxPageSize = Read("max_page_size", 1, LongestPage, limits.MaxPageSize),
            MaxResultBytes = Read("max_result_bytes", ShortestResult, LongestResult, limits.MaxResultBytes),
        };

        int Read(string key, int min, int max, int otherwise)
        {
            var value = section.Integer(key, OptionFlags.None, min, max);
            return value.IsSet ? (int)value.Value : otherwise;
        }
    }

    bool TryDriver(SectionReader section, string type, out DriverRegistration driver)
    {
        var name = StorageTypes.DriverOf(type);
        driver = registry.Drivers.FirstOrDefault(
            known => known.Name == name && known.StoreOf(StandardContracts.ObjectStore.Kind) is not null)!;
        if (driver is not null) return true;
        var types = StorageTypes.Of(registry).ToList();
        var near = NearestName.Of(type, types);
        errors.Add(new(
            ConfigErrorKind.UnknownDriver, file, section.PlaceOf(StorageTypes.Key),
            $"[[component]] unknown {StorageTypes.Key} {QuotedName.OrHidden(type)}; available: "
            + $"[{string.Join(", ", types)}]")
        {
            Available = types,
            Hint = near is null ? "register the driver that is meant" : $"did you mean \"{near}\"?",
        });
        return false;
    }

    ConfiguredStore? Bind(SectionReader section, DriverRegistration driver, string type)
    {
        object? options = null;
        try
        {
            if (driver.BindOptions is { } bind) options = bind(section);
            else section.Complete();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // A setter of the options refused a value; its message may show the value.
            section.Refuse(
                null, $"the options cannot be made: {e.GetType().Name}",
                "one of the values is none the driver accepts");
        }
        if (section.RefersToOthers)
            section.Refuse(null, $"{StorageTypes.Key} \"{type}\" stands in front of another driver", "name that one");
        if ((options as ILayoutOptions)?.Layout?.WhyNotServed(typeof(IObjectStore)) is { } why)
            section.Refuse(null, why, "leave layout out");
        return section.IsRight ? new(file, type, driver, options, services) : null;
    }
}

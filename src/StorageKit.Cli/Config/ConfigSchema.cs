using System.Text.Json.Nodes;

namespace StorageKit.Cli.Config;

/// <summary>Makes the JSON Schema of <c>storage.toml</c> from what the drivers' binders ask for.</summary>
internal sealed class ConfigSchema(Registry registry)
{
    internal JsonObject Create() => new()
    {
        // What editors' TOML extensions understand; nothing newer is needed.
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "storage.toml",
        ["description"] = "Which StorageKit driver serves which contract, and the drivers' options.",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["storage"] = Storage(), ["component"] = Tables(Component(), "name", "storage_type", "type"),
            ["agent"] = Tables(Agent(), "name"),
        },
    };

    static JsonObject Tables(JsonObject properties, params string[] required) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. required.Select(key => JsonValue.Create(key))]),
            ["properties"] = properties,
        },
    };

    // The rest of its keys are the options of the driver that its storage_type names.
    static JsonObject Component() => new()
    {
        ["type"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("storage") },
        ["name"] = Text("What its tools begin with."),
        ["description"] = Text("What a model is told of it."),
        ["storage_type"] = Text("The driver that keeps its objects."),
    };

    static JsonObject Agent() => new()
    {
        ["name"] = Text("Who it is in audits and on the command line."),
        ["storage"] = new JsonObject
        {
            ["description"] = "The components that it may use: \"docs\", or \"docs:read\" for what changes nothing.",
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string" },
        },
    };

    static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    JsonObject Storage()
    {
        var properties = new JsonObject();
        foreach (var (kind, contract) in Contracts()) properties.Add(kind, Selection(kind, contract));
        foreach (var driver in registry.Drivers) properties.Add(driver.Name, Section(driver));
        properties.Add("encryption", Encryption());
        return new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray(
                [.. Contracts().Where(contract => contract.Contract != typeof(IObjectStore))
                    .Select(contract => JsonValue.Create(contract.Kind))]),
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    IEnumerable<(string Kind, Type Contract)> Contracts() => registry.Drivers
        .SelectMany(driver => driver.Stores).SelectMany(store => store.Contracts)
        .Select(contract => (contract.Kind, contract.Contract)).Distinct()
        .OrderBy(contract => contract.Kind, StringComparer.Ordinal);

    JsonObject Selection(string kind, Type contract) => new()
    {
        ["description"] = OptionDocumentation.Of(contract) ?? $"The driver that serves {contract.Name}.",
        ["type"] = "string",
        ["enum"] = new JsonArray([.. registry.NamesFor(kind).Select(name => JsonValue.Create(name))]),
    };

    JsonObject Section(DriverRegistration driver)
    {
        var documentation = OptionDocumentation.Of(driver);
        var section = Table(driver.DescribeOptions(), documentation);
        section.Insert(0, "description", documentation?.Summary ?? $"The options of the driver {driver.Name}.");
        return section;
    }

    static JsonObject Table(IReadOnlyList<OptionDescription> options, OptionDocumentation? documentation)
    {
        var properties = new JsonObject();
        foreach (var option in options) properties.Add(option.Key, Property(option, documentation));
        var required = options.Where(option => (option.Flags & OptionFlags.Required) != 0).ToList();
        var table = new JsonObject { ["type"] = "object" };
        if (required.Count > 0)
            table["required"] = new JsonArray([.. required.Select(option => JsonValue.Create(option.Key))]);
        table["properties"] = properties;
        table["additionalProperties"] = false;
        return table;
    }

    static JsonObject Property(OptionDescription option, OptionDocumentation? documentation)
    {
        var property = option.Type switch
        {
            OptionType.Boolean => new JsonObject { ["type"] = "boolean" },
            OptionType.Integer => new JsonObject { ["type"] = "integer" },
            OptionType.Number => new JsonObject { ["type"] = "number" },
            OptionType.Duration => new JsonObject
            {
                ["type"] = "string", ["pattern"] = "^[0-9]+(ms|s|m|h|d)$",
            },
            OptionType.Choice => new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray([.. option.Choices.Select(choice => JsonValue.Create(choice))]),
            },
            OptionType.Texts => new JsonObject
            {
                ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" },
            },
            OptionType.Table => Table(option.Options, null),
            _ => new JsonObject { ["type"] = "string" },
        };
        if (option.Minimum is { } min) property["minimum"] = min;
        if (option.Maximum is { } max) property["maximum"] = max;
        if (documentation?.Default(option) is { } otherwise) property["default"] = otherwise;
        var text = documentation?.Of(option.Key);
        if ((option.Flags & OptionFlags.Secret) != 0)
            text = $"{text} Secret: write \"${{VARIABLE}}\" or \"file:PATH\".".TrimStart();
        if (text is not null) property.Insert(0, "description", text);
        return property;
    }

    static JsonObject Encryption() => new()
    {
        ["description"] = "The ring of keys that secrets are sealed with: docs/encryption.md.",
        ["type"] = "object",
        ["required"] = new JsonArray("active", "keys"),
        ["properties"] = new JsonObject
        {
            ["active"] = new JsonObject
            {
                ["description"] = "The id of the key that new secrets are sealed with.", ["type"] = "string",
            },
            ["keys"] = new JsonObject
            {
                ["description"] = "Keys by their ids, each the Base64 of 32 bytes: \"${VARIABLE}\" or \"file:PATH\".",
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "string" },
            },
        },
        ["additionalProperties"] = false,
    };
}

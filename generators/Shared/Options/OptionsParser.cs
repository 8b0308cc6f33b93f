using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>
/// Reads a class with <c>[StorageOptions]</c>. Generator and analyzers call the same code, so they always agree on
/// what can be bound.
/// </summary>
internal sealed class OptionsParser(
    Compilation compilation, UsageProblems problems, CancellationToken cancellationToken, HashSet<string>? outer = null)
{
    readonly HashSet<string> _outer = outer ?? [];

    /// <summary>The options; null when they cannot be bound.</summary>
    public OptionsModel? Parse(INamedTypeSymbol type)
    {
        var attribute = type.Find("StorageOptions");
        var place = type.Place(attribute, cancellationToken);
        _outer.Add(type.FullName());
        if (WhyNotBindable(type) is var (fact, remedy))
        {
            problems.Add(UsageRule.OptionsCannotBeBound, place, type.ShortName(), fact, remedy);
            return null;
        }

        var reader = new OptionParser(compilation, problems, _outer, cancellationToken);
        var options = new List<OptionModel>();
        var properties = SettableProperties(type);
        foreach (var property in properties)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = problems.Found.Count;
            if (reader.Parse(property, type) is { } option && IsNewKey(option, options, property))
                options.Add(option);
            if (problems.Found.Count > before && property.ContainingType.IsForeign(compilation))
                break;
        }

        return problems.Any ? null : Complete(type, options, properties);
    }

    OptionsModel Complete(INamedTypeSymbol type, List<OptionModel> options, List<IPropertySymbol> properties) =>
        new(type.FullName(), type.NamespaceName(), BinderName(type))
        {
            IsPublic = IsPublic(type),
            HasRequired = options.Any(option => option.IsRequired),
            Options = options.OrderBy(option => option.Key, StringComparer.Ordinal).ToEquatableArray(),
            Redaction = SecretRecord.Redaction(type, cancellationToken),
        };

    /// <summary>A nested class carries the names of the classes around it.</summary>
    public static string BinderName(INamedTypeSymbol type)
    {
        var name = type.Name;
        for (var around = type.ContainingType; around is not null; around = around.ContainingType)
            name = $"{around.Name}_{name}";
        return name + "Binder";
    }

    (string Fact, string Remedy)? WhyNotBindable(INamedTypeSymbol type)
    {
        if (StoreParser.WhyNotInstantiable(type) is { } reason)
            return ($"has [StorageOptions] but is {reason}, so nothing can be read into it",
                "Move the attribute to a concrete class");
        if (!compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            return ("is not accessible, so the generated binder cannot make one",
                "Make it, and the classes around it, internal or public");
        if (ObsoleteError.Of(type) is { } barred)
            return barred;
        var constructor = type.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty);
        if (constructor is null || !compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly))
            return ("has no accessible constructor without parameters",
                "Declare the options as properties: 'public required string Url { get; init; }'");
        for (var current = type; current is not null; current = current.BaseType)
            if (current.GetMembers().FirstOrDefault(member => member is IFieldSymbol { IsRequired: true }) is { } field)
                return ($"has the required field '{field.Name}', which is not read from TOML", "Make it a property");
        return compilation.GetTypeByMetadataName("StorageKit.SectionReader") is null
            ? ("cannot be bound: this project does not reference StorageKit",
                "Reference the package 'StorageKit' beside 'StorageKit.Abstractions'")
            : null;
    }

    bool IsNewKey(OptionModel option, List<OptionModel> options, IPropertySymbol property)
    {
        var twin = options.Find(known => known.Key == option.Key);
        if (twin is null)
            return true;
        problems.Add(
            UsageRule.OptionsCannotBeBound, property.Place(null, cancellationToken),
            property.Name, $"and '{twin.Name}' are both read from the key '{option.Key}'",
            "Rename one of them, or give it another [OptionKey]");
        return false;
    }

    /// <summary>What can be set from outside, the inherited properties too; an overridden one counts once.</summary>
    List<IPropertySymbol> SettableProperties(INamedTypeSymbol type)
    {
        var properties = new List<IPropertySymbol>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
                if (IsOption(property) && properties.TrueForAll(known => known.Name != property.Name))
                    properties.Add(property);
        return properties;
    }

    bool IsOption(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 }
        && compilation.IsSymbolAccessibleWithin(property, compilation.Assembly)
        && ((property.SetMethod is { } setter && compilation.IsSymbolAccessibleWithin(setter, compilation.Assembly))
            || property.Has("OptionKey"));

    static bool IsPublic(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            if (current.DeclaredAccessibility != Accessibility.Public)
                return false;
        return true;
    }
}

using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>
/// Finds out how a store or resource is made, and follows its parameters to every resource and options class behind
/// them. One instance reads one store or one resource.
/// </summary>
internal sealed class PartsParser(Compilation compilation, UsageProblems problems, CancellationToken cancellationToken)
{
    readonly List<ResourceModel> _resources = [];
    readonly List<OptionsUse> _options = [];
    readonly List<INamedTypeSymbol> _optionsTypes = [];
    readonly List<string> _path = [];

    /// <summary>The resources in an order in which each needs only earlier ones.</summary>
    public IReadOnlyList<ResourceModel> Resources => _resources;

    public IReadOnlyList<OptionsUse> Options => _options;

    /// <summary>The classes of <see cref="Options"/>.</summary>
    public IReadOnlyList<INamedTypeSymbol> OptionsTypes => _optionsTypes;

    public ConstructionModel? ParseStore(INamedTypeSymbol store, Location place)
    {
        var reader = new ConstructionParser(compilation, problems, cancellationToken);
        var construction = reader.Parse(store, place, isStore: true);
        Follow(reader.Needs);
        return construction;
    }

    /// <summary>Reads a resource for its own sake: what is wrong with it, a cycle of resources included.</summary>
    public void ParseResource(INamedTypeSymbol resource)
    {
        var place = resource.Place(resource.Find("StorageResource"), cancellationToken);
        CheckResource(resource, place);
        if (problems.Any)
            return;
        var reader = new ConstructionParser(compilation, problems, cancellationToken);
        reader.Parse(resource, place, isStore: false);
        _path.Add(resource.FullName());
        foreach (var need in reader.Needs)
            if (need.Kind == ArgumentKind.Resource && FindCycle(need.Type) is { } cycle)
                ReportCycle(resource, cycle, place);
    }

    void Follow(IEnumerable<PartNeed> needs)
    {
        foreach (var need in needs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (need.Kind == ArgumentKind.Options)
                AddOptions(need);
            else
                AddResource(need);
        }
    }

    void AddResource(PartNeed need)
    {
        var name = need.Type.FullName();
        if (_resources.Any(resource => resource.FullName == name))
            return;
        var own = new UsageProblems();
        var reader = new ConstructionParser(compilation, own, cancellationToken);
        CheckResource(need.Type, Location.None, own);
        var construction = own.Any ? null : reader.Parse(need.Type, Location.None, isStore: false);
        if (construction is null || own.Any || _path.Contains(name))
        {
            Blame(need, own);
            return;
        }

        // Nothing can be reported in another assembly: what is asked for there counts as asked for here.
        var isForeign = need.Type.IsForeign(compilation);
        _path.Add(name);
        Follow(reader.Needs.Select(inner => isForeign ? inner with { Place = need.Place } : inner));
        _path.RemoveAt(_path.Count - 1);
        _resources.Add(new(name, construction));
    }

    /// <summary>What is wrong with a class of this project is reported there; in another one,
    /// only here can tell.</summary>
    void Blame(PartNeed need, UsageProblems own)
    {
        problems.IsBrokenElsewhere = true;
        if (need.Type.IsForeign(compilation))
            problems.Add(
                UsageRule.DriverCannotBeConstructed, need.Place,
                need.Type.ShortName(), own.Found.Count > 0
                    ? own.Found[0].Fact
                    : "needs a class that cannot be constructed",
                $"Correct '{need.Type.ShortName()}' in '{need.Type.ContainingAssembly.Name}'");
    }

    void AddOptions(PartNeed need)
    {
        if (_options.Any(options => options.FullName == need.Type.FullName()))
            return;
        var own = new UsageProblems();
        var options = new OptionsParser(compilation, own, cancellationToken).Parse(need.Type);
        if (options is null)
        {
            problems.IsBrokenElsewhere = true;
            return;
        }

        if (need.Type.IsForeign(compilation)
            && need.Type.ContainingAssembly.GetTypeByMetadataName(options.BinderMetadataName) is null)
            problems.Add(
                UsageRule.DriverCannotBeConstructed, need.Place,
                need.Type.ContainingAssembly.Name, $"has no generated binder for '{need.Type.ShortName()}'",
                $"Build '{need.Type.ContainingAssembly.Name}' with a reference to StorageKit");
        _options.Add(new(options.FullName, options.BinderFullName, options.HasRequired));
        _optionsTypes.Add(need.Type);
    }

    void CheckResource(INamedTypeSymbol resource, Location place) => CheckResource(resource, place, problems);

    void CheckResource(INamedTypeSymbol resource, Location place, UsageProblems found)
    {
        if (StoreParser.WhyNotInstantiable(resource) is { } reason)
            found.Add(
                UsageRule.DriverCannotBeConstructed, place,
                resource.ShortName(), $"has [StorageResource] but is {reason}, so the registry cannot make one",
                "Move the attribute to a concrete class, or remove it");
        else if (!compilation.IsSymbolAccessibleWithin(resource, compilation.Assembly))
            found.Add(
                UsageRule.DriverCannotBeConstructed, place,
                resource.ShortName(), "is not accessible, so the registry cannot construct it",
                "Make it, and the classes around it, internal or public");
    }

    /// <summary>The resources from the one that is being read back to itself.</summary>
    List<string>? FindCycle(INamedTypeSymbol resource)
    {
        var name = resource.FullName();
        if (name == _path[0])
            return [.. _path];
        if (_path.Contains(name))
            return null;
        var reader = new ConstructionParser(compilation, new UsageProblems(), cancellationToken);
        reader.Parse(resource, Location.None, isStore: false);
        _path.Add(name);
        var cycle = reader.Needs
            .Where(need => need.Kind == ArgumentKind.Resource)
            .Select(need => FindCycle(need.Type))
            .FirstOrDefault(found => found is not null);
        _path.RemoveAt(_path.Count - 1);
        return cycle;
    }

    /// <summary>Of all the classes in a cycle, the first by name reports it.</summary>
    void ReportCycle(INamedTypeSymbol resource, List<string> cycle, Location place)
    {
        if (problems.Found.Count > 0 || cycle.Any(name => string.CompareOrdinal(name, resource.FullName()) < 0))
            return;
        var names = cycle.Append(cycle[0]).Select(name => name.Replace("global::", ""));
        problems.Add(
            UsageRule.DriverCannotBeConstructed, place,
            resource.ShortName(), $"needs itself: {string.Join(" -> ", names)}",
            "Let one of them do without the other");
    }
}

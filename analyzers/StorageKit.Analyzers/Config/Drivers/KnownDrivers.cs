using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers.Config;

/// <summary>The drivers that a project's <c>[StorageDrivers]</c> class registers: its own, and those of its
/// references. Found by the parsers of the generators that register them.</summary>
internal sealed class KnownDrivers
{
    readonly SortedDictionary<string, KnownDriver> drivers = new(StringComparer.Ordinal);

    KnownDrivers(Compilation compilation, IEnumerable<KnownDriver> own, IEnumerable<KnownDriver> referenced)
    {
        Compilation = compilation;
        // Of two with one name, which SK0002 reports, the nearer one is registered.
        foreach (var driver in own.Concat(referenced))
            if (!drivers.ContainsKey(driver.Name))
                drivers.Add(driver.Name, driver);
        Kinds =
        [
            .. StandardKinds.All,
            .. drivers.Values.SelectMany(driver => driver.Kinds).Where(kind => !StandardKinds.Contains(kind))
                .Distinct().OrderBy(kind => kind, StringComparer.Ordinal),
        ];
    }

    public Compilation Compilation { get; }

    /// <summary>The keys of all contracts, in the order in which they are checked.</summary>
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>In ordinal order.</summary>
    public IReadOnlyCollection<string> Names => drivers.Keys;

    /// <summary>The drivers of the project; null when it has no class that would register them.</summary>
    public static KnownDrivers? Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.GetTypeByMetadataName("StorageKit.StorageDriversAttribute") is null) return null;
        var types = new DeclaredTypes(cancellationToken);
        types.Visit(compilation.SourceModule.GlobalNamespace);
        var catalogs = new CatalogParser(compilation, new UsageProblems(), cancellationToken);
        if (!types.Catalogs.Any(type => catalogs.Parse(type, type.Find("StorageDrivers")!) is not null)) return null;
        var reader = new KnownDriverReader(compilation, cancellationToken);
        return new(
            compilation,
            reader.Own(types.Stores),
            ReferencedDrivers.Manifests(compilation, cancellationToken).Select(reader.Referenced));
    }

    public KnownDriver? Find(string name) => drivers.TryGetValue(name, out var driver) ? driver : null;

    /// <summary>The names of the drivers that serve a contract, in ordinal order.</summary>
    public IReadOnlyList<string> NamesFor(string? kind) =>
        [.. drivers.Values.Where(driver => driver.Serves(kind)).Select(driver => driver.Name)];
}

using System.Reflection;

namespace StorageKit.Conformance.Tests.Mutants;

/// <summary>A mutant of this assembly.</summary>
/// <param name="Type">The class.</param>
/// <param name="Info">What kills it, and how.</param>
internal sealed record Mutant(Type Type, MutantAttribute Info)
{
    /// <summary>All, by id.</summary>
    internal static IReadOnlyList<Mutant> All { get; } =
    [
        .. from type in typeof(Mutant).Assembly.GetTypes()
           let info = type.GetCustomAttribute<MutantAttribute>()
           where info is not null
           orderby info.Id
           select new Mutant(type, info),
    ];

    /// <summary>Its clause weighs the heap or compares times: nothing else may work in the process meanwhile.</summary>
    internal bool NeedsQuiet => ClauseCatalog.Get(Info.Kills).Info.Lane == Lane.Load;

    internal static Mutant Get(string id) => All.Single(mutant => mutant.Info.Id == id);
}

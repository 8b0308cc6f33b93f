using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.Page;

/// <summary>Writes the page of a group: each fault with what its clause printed.</summary>
internal static class GroupPage
{
    internal static string File(SpecimenGroup group) => $"docs/specimens/{group.ToString().ToLowerInvariant()}.md";

    internal static string Title(SpecimenGroup group) => group switch
    {
        SpecimenGroup.Redis => "The reference's redis driver",
        SpecimenGroup.Postgres => "The reference's postgres driver",
        _ => "The reference's memory driver, outage buffer, bus and entry hash",
    };

    internal static string Write(SpecimenGroup group, IReadOnlyDictionary<(string, string), string> printed)
    {
        var parts = SpecimenCatalog.Of(group).Select(specimen => Part(specimen, printed));
        return $"""
            # {Title(group)}

            Written anew in C# against our contracts, with the reference's commands, SQL and formats, and run against
            the conformance kit. [All specimens](../specimens.md).

            {string.Join("\n\n", parts)}
            """.ReplaceLineEndings("\n") + "\n";
    }

    static string Part(Specimen specimen, IReadOnlyDictionary<(string, string), string> printed)
    {
        var faults = specimen.Faults.Select(fault => $"""
            ### {fault.Clause}: {ClauseCatalog.Get(fault.Clause).Info.Sentence}

            {fault.Does}

            ```text
            {fault.Clause} {printed[(specimen.Name, fault.Clause)]}
            ```

            *StorageKit instead:* {fault.Instead}
            """);
        return $"""
            ## {specimen.Name}

            {specimen.Is}
            It keeps, among others, {string.Join(", ", specimen.Keeps)}.

            {string.Join("\n\n", faults)}
            """;
    }
}

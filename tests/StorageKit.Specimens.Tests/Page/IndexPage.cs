using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.Page;

/// <summary>Writes docs/specimens.md: which clause finds which fault.</summary>
internal static class IndexPage
{
    internal const string File = "docs/specimens.md";

    internal static string Write()
    {
        var faults = SpecimenCatalog.All.SelectMany(specimen => specimen.Faults.Select(fault => (specimen, fault)));
        return $"""
            # Specimens

            The reference's own drivers break promises that its own tests do not look at. Here they are written anew in
            C#, small and with all their faults, in [tests/StorageKit.Specimens.Tests](../tests/StorageKit.Specimens.Tests),
            and run against the conformance kit on real servers. For each fault, the clause that finds it has to fail, and
            to say so in words that name the fault; beside that, each specimen has to pass clauses that the reference's
            driver does keep. The pages show each failure as it is printed:

            {string.Join('\n', Enum.GetValues<SpecimenGroup>().Select(group => $"- [{GroupPage.Title(group)}](specimens/{group.ToString().ToLowerInvariant()}.md)"))}

            {faults.Count()} faults of {SpecimenCatalog.All.Count} specimens, found by {faults.Select(pair => pair.fault.Clause).Distinct().Count()} clauses:

            | specimen | clause | a driver has to promise |
            | --- | --- | --- |
            {string.Join('\n', faults.Select(pair => $"| [{pair.specimen.Name}](specimens/{SpecimenCatalog.GroupOf(pair.specimen).ToString().ToLowerInvariant()}.md) | {pair.fault.Clause} | {ClauseCatalog.Get(pair.fault.Clause).Info.Sentence} |"))}

            ## What differs from the reference

            - The contracts are ours: an absent record is null, there is a tenant in every call, and an argument that is no
              key is refused. Where the reference has a tenant at all, each call is made for the caller's.
            - A window is a `TimeSpan`. The reference's is a number of seconds without a sign, so one below zero becomes a
              number that Redis refuses, as 2^63 s and more are in the reference.
            - The redis sessions take a time to live from their section, so that SES-09 need not wait for an hour; without
              it, it is the reference's.
            - *postgres eased* lacks two faults of *postgres* that would hide others behind them.
            - NATS is a bus within the process.

            ## Faults that are not shown here

            - *Every error is `Backend(text)`* (GEN-04): the clause asks that nothing but the contract's errors leaves a
              driver, and this is one, however little it says.
            - *The memory driver's counter and the buffer grow* (GEN-15): the growth of the counter is shown by RLC-24;
              GEN-15 was not tried.
            - *No statement timeout* (GEN-09), *a lock held while SQLite writes* (GEN-16): they are in the configuration
              and the runtime of the Rust drivers, and would be made up here.
            - GEN-02, GEN-19: about the reference's tests and texts, not about what its drivers do.

            Written by `STORAGEKIT_ACCEPT=1 dotnet test tests/StorageKit.Specimens.Tests`.
            """.ReplaceLineEndings("\n") + "\n";
    }
}

using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.EntryHash;

/// <summary>A log that has nothing but the reference's hash to tell a changed entry by.</summary>
internal static class HashedLogSpecimen
{
    internal static Specimen Specimen { get; } = new(
        "entry hash", Backend.None, "A log that has nothing but the reference's entry hash to tell a changed entry by.",
        _ => new(StartedSpecimen.InProcess(Register, "hashed")))
    {
        Keeps = ["AUD-01", "AUD-03", "AUD-05", "AUD-07", "AUD-08"],
        Faults =
        [
            new(
                "AUD-28", "with the stored digest",
                "The hash is made of the fields' bytes one after another, without tags and without the payload's "
                + "length. A team can become an organisation, or the end of the payload a field, and the hash still "
                + "fits.",
                "The reference's hash is kept for compatibility; beside it each record has a digest in which every "
                + "field has a tag and a length. A log that has only the hash to offer as its digest is found out."),
        ],
    };

    static void Register(Registry registry) => registry.Add(new DriverRegistration("hashed")
    {
        Stores = [Contract.Of(Contract.Audit, _ => new HashedLog(), processLocal: true)],
    });
}

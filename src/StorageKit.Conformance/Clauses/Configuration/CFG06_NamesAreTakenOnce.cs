using System.Text.RegularExpressions;

namespace StorageKit.Conformance.Clauses;

/// <summary>A driver's name is a TOML bare key, and nobody else's.</summary>
/// <remarks>For a driver that the generator registers this is SK0002, and SK0003 that each of its classes can be made;
/// here it is checked of registrations written by hand, too.</remarks>
[Clause("CFG-06",
    "A driver's name is a TOML bare key of at most 63 characters, and a second driver of that name is refused.")]
internal sealed partial class CFG06_NamesAreTakenOnce : Clause
{
    public override ValueTask CheckAsync(ClauseContext context)
    {
        var driver = context.Driver.Registration;
        Expect.That(
            BareKey().IsMatch(driver.Name),
            $"the name \"{driver.Name}\" is no bare key of a TOML file: it has to match {BareKey()}");
        var registry = new Registry().Add(driver);
        var refused = false;
        try
        {
            registry.Add(driver);
        }
        catch (ArgumentException e)
        {
            refused = e.Message.Contains($"\"{driver.Name}\"", StringComparison.Ordinal);
        }
        Expect.That(refused, $"a second driver \"{driver.Name}\" is not refused by its name");
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex BareKey();
}

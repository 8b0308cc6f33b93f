namespace StorageKit.Conformance.Clauses;

/// <summary>A value of the wrong type or out of its range is an error with line and column, and without what may be a
/// secret.</summary>
/// <remarks>No option takes an array of a text and a number. What else an option refuses only the driver knows; when it
/// does, the error has its place and shows no value that looks like a secret.</remarks>
[Clause(
    "CFG-03", "A value of the wrong type or range is an error with line and column and without what may be a secret.")]
internal sealed class CFG03_WrongTypesAreErrors : Clause
{
    const string Canary = "c4naryPassw0rdThatNobodyMaySee";

    static readonly string[] s_refusable =
    [
        $"\"scheme://user:{Canary}@host/{Canary}\"", $"{{ inner = \"{Canary}\" }}", "9223372036854775807",
        "-9223372036854775808", "nan", "true", "1979-05-27", "[]",
    ];

    public override ValueTask CheckAsync(ClauseContext context)
    {
        var driver = context.Driver;
        var options = OptionNames.Of(driver);
        ExpectAllAtOnce(driver, options);
        foreach (var option in options)
            foreach (var value in s_refusable)
                foreach (var error in Errors(driver, $"{option} = {value}").Where(error => IsOf(error, option)))
                    ExpectWellSaid(error, option, line: 1);
        return ValueTask.CompletedTask;
    }

    static void ExpectAllAtOnce(DriverUnderTest driver, IReadOnlyList<string> options)
    {
        var errors = Errors(driver, string.Join('\n', options.Select(option => $"{option} = [\"{Canary}\", 1]")));
        for (var i = 0; i < options.Count; i++)
        {
            var error = errors.FirstOrDefault(error => IsOf(error, options[i]));
            Expect.That(
                error is not null, $"an array of a text and a number is accepted for the option \"{options[i]}\"");
            ExpectWellSaid(error!, options[i], i + 1);
        }
    }

    static void ExpectWellSaid(ConfigError error, string option, int line)
    {
        var column = $"{option} = ".Length + 1;
        Expect.That(
            error.Position is { } place && place.Line == line && place.Column >= column,
            $"the error for a wrong value of \"{option}\" in line {line} from column {column} on is said to be at "
            + $"{(error.Position is { } said ? $"{said.Line}:{said.Column}" : "no place")}");
        Expect.That(
            !error.ToString().Contains(Canary, StringComparison.OrdinalIgnoreCase),
            $"the error for a wrong value of \"{option}\" shows the value, which may be a secret");
    }

    // An option that is left out, because only one is in the text, is another error.
    static bool IsOf(ConfigError error, string option) =>
        error.Message.Contains($" {option}: ", StringComparison.Ordinal)
        || error.Message.Contains($".{option}] ", StringComparison.Ordinal);

    static IReadOnlyList<ConfigError> Errors(DriverUnderTest driver, string section)
    {
        try
        {
            return driver.Registry.ValidateSection(driver.Name, section);
        }
        catch (Exception e)
        {
            throw new ClauseViolationException(
                $"reading a section of which a value is wrong threw {Thrown.Name(e)} instead of saying "
                + "where it is wrong");
        }
    }
}

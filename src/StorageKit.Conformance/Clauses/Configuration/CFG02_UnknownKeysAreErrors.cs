using StorageKit.Toml;

namespace StorageKit.Conformance.Clauses;

/// <summary>A section that is left out gives the defaults or says that it is needed; an unknown key is an error with
/// line, column and the nearest name.</summary>
[Clause(
    "CFG-02",
    "A missing section gives the defaults, or an error where an option is required; "
    + "an unknown key is an error with line, "
    + "column and the nearest name.")]
internal sealed class CFG02_UnknownKeysAreErrors : Clause
{
    public override ValueTask CheckAsync(ClauseContext context)
    {
        ExpectSectionAsDeclared(context.Driver.Registration);
        ExpectUnknown(context.Driver, "zz_nobodys_option", nearest: null);
        foreach (var option in OptionNames.Of(context.Driver)) ExpectUnknown(context.Driver, option + "x", option);
        return ValueTask.CompletedTask;
    }

    static void ExpectSectionAsDeclared(DriverRegistration driver)
    {
        var errors = WholeConfiguration.TryCreate(driver, section: null)!.Validate();
        if (driver.RequiresSection)
        {
            Expect.That(
                errors.Count > 0 && errors.All(error => error.Kind == ConfigErrorKind.MissingDriverSection),
                $"{driver} requires its section, but there is no error when it is missing");
        }
        else
        {
            Expect.That(
                errors.Count == 0,
                $"{driver} does not require its section, but without it: {errors.FirstOrDefault()?.Message}");
        }
    }

    static void ExpectUnknown(DriverUnderTest driver, string key, string? nearest)
    {
        // On the second line and not at its beginning, so that a place made up would be found out.
        var errors = driver.Registry.ValidateSection(
            driver.Name, $"# a comment\n  {key} = 1\n{driver.Harness.Section}");
        var error = errors.FirstOrDefault(error => error.Message.Contains($"\"{key}\"", StringComparison.Ordinal));
        Expect.That(error is not null, $"the unknown key \"{key}\" is no error");
        Expect.Equal((2, 3), Place(error!.Position), $"line and column of the unknown key \"{key}\"");
        Expect.That(
            nearest is null || error.Hint?.Contains($"\"{nearest}\"", StringComparison.Ordinal) == true,
            $"the error for the unknown key \"{key}\" does not say that \"{nearest}\" is near: "
            + $"{error.Hint ?? "no hint"}");
    }

    static (int Line, int Column) Place(TextPosition? position) =>
        position is { } found ? (found.Line, found.Column) : (0, 0);
}

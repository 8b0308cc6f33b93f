namespace StorageKit.Conformance.Clauses;

/// <summary>A driver name that nobody has is an error that lists the known ones, and names the nearest.</summary>
/// <remarks>The registry does this for every driver, so a driver can hardly break it; it stands here because the
/// driver's users rely on it, whatever registry a suite brings.</remarks>
[Clause("CFG-01", "An unknown driver name is an error that lists the known names and says which one is nearest.")]
internal sealed class CFG01_UnknownDriverListsTheKnown : Clause
{
    public override ValueTask CheckAsync(ClauseContext context)
    {
        var name = context.Driver.Name;
        var wrong = name + "x";
        while (context.Driver.Registry.Drivers.Any(driver => driver.Name == wrong)) wrong += "x";
        ExpectUnknown(context.Driver.Registry.ValidateSection(wrong), wrong, name);
        if (WholeConfiguration.TryCreate(context.Driver.Registration, section: null) is { } whole)
        {
            var config = StorageConfig.Parse(
                whole.Toml.Replace($"= \"{name}\"", $"= \"{wrong}\"", StringComparison.Ordinal));
            ExpectUnknown(whole.Registry.Validate(config), wrong, name);
        }
        return ValueTask.CompletedTask;
    }

    /// <summary>There are errors, and each is as it has to be.</summary>
    internal static void ExpectUnknown(IReadOnlyList<ConfigError> errors, string wrong, string right)
    {
        Expect.That(errors.Count > 0, $"the driver name \"{wrong}\" is nobody's, but there is no error");
        foreach (var error in errors)
        {
            Expect.Equal(
                ConfigErrorKind.UnknownDriver, error.Kind, $"kind of the error for the driver name \"{wrong}\"");
            Expect.That(
                error.Available.Contains(right) && error.Message.Contains(right, StringComparison.Ordinal),
                $"the error for the driver name \"{wrong}\" does not list \"{right}\": {error.Message}");
            Expect.That(
                error.Hint?.Contains($"\"{right}\"", StringComparison.Ordinal) == true,
                $"the error for the driver name \"{wrong}\" does not say that \"{right}\" is near: "
                + $"{error.Hint ?? "no hint"}");
        }
    }
}

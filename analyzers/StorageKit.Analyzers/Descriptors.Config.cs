using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers;

internal static partial class Descriptors
{
    const string Configuration = "Configuration";

    // The words are those of the registry, which says the same when it opens the file: what is wrong; what to do.
    const string AsAtRunTime = "{0}";

    public static readonly DiagnosticDescriptor SK4001_FileMustBeToml = Rule(
        DiagnosticIds.FileIsNoToml, Configuration, DiagnosticSeverity.Error,
        "Configuration is no TOML", AsAtRunTime);

    public static readonly DiagnosticDescriptor SK4002_DriverMustBeKnown = Rule(
        DiagnosticIds.DriverIsUnknown, Configuration, DiagnosticSeverity.Warning,
        "Configuration names a driver that the project does not know", AsAtRunTime);

    public static readonly DiagnosticDescriptor SK4003_NothingRequiredMayBeMissing = Rule(
        DiagnosticIds.SettingIsMissing, Configuration, DiagnosticSeverity.Error,
        "Configuration lacks something required", AsAtRunTime);

    public static readonly DiagnosticDescriptor SK4004_ValueMustFitItsOption = Rule(
        DiagnosticIds.ValueDoesNotFit, Configuration, DiagnosticSeverity.Error,
        "Configuration has a value of the wrong type or out of range", AsAtRunTime);

    public static readonly DiagnosticDescriptor SK4005_KeyMustBeAnOption = Rule(
        DiagnosticIds.KeyIsNoOption, Configuration, DiagnosticSeverity.Error,
        "Configuration has a key that the driver does not know", AsAtRunTime);

    public static readonly DiagnosticDescriptor SK4006_EverythingMustBeRead = Rule(
        DiagnosticIds.SettingIsNotRead, Configuration, DiagnosticSeverity.Warning,
        "Configuration has something that nobody reads", AsAtRunTime);

    public static readonly DiagnosticDescriptor SK4007_SecretMustStandElsewhere = Rule(
        DiagnosticIds.SecretStandsInFile, Configuration, DiagnosticSeverity.Warning,
        "Configuration holds a secret", AsAtRunTime);
}

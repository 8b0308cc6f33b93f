using System.Reflection;
using System.Runtime.CompilerServices;
using StorageKit.Testing.Debugging;

namespace StorageKit.Cli.Tests;

/// <summary>The options of every driver that is shipped, opened in a debugger.</summary>
public sealed class DebuggerTests
{
    public static TheoryData<string> OptionsWithSecrets =>
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "StorageKit.*.dll")
            .Select(Assembly.LoadFrom)
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.IsDefined(typeof(StorageOptionsAttribute)) && Secrets(type).Any())
            .Select(type => type.AssemblyQualifiedName!),
    ];

    [Theory]
    [MemberData(nameof(OptionsWithSecrets))]
    public void No_secret_is_shown(string name)
    {
        var type = Type.GetType(name)!;
        var options = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var secret in Secrets(type)) secret.SetValue(options, "pa55word");

        var view = DebuggerView.Of(options);

        Assert.Contains("***", view, StringComparison.Ordinal);
        Assert.DoesNotContain("pa55word", view, StringComparison.Ordinal);
    }

    static IEnumerable<PropertyInfo> Secrets(Type type) =>
        type.GetProperties().Where(property => property.IsDefined(typeof(SecretAttribute)));
}

using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class RegistryGenerator
{
    static void Emit(SourceProductionContext output, RegistryModel driver)
    {
        var writer = GeneratedFile.Start();
        var stores = string.Concat(driver.Stores.Select(store => $", typeof({store.FullName})"));
        writer.WriteLine($"[assembly: global::StorageKit.StorageDriverManifest(\"{driver.Name}\", "
            + $"typeof({driver.FullName}){stores})]");
        writer.WriteLine();
        if (driver.Namespace.Length > 0)
            writer.WriteLine($"namespace {driver.Namespace};\n");
        writer.WriteLine($"/// <summary>The driver \"{driver.Name}\".</summary>");
        writer.WriteLine(GeneratedFile.Attribute);
        writer.WriteLine($"{driver.Accessibility} static class {driver.ClassName}").OpenBlock();
        writer.WriteLine("/// <summary>The driver's name, as in TOML.</summary>");
        writer.WriteLine($"public const string Name = \"{driver.Name}\";\n");
        EmitRegistration(writer, driver);
        writer.WriteLine();
        writer.WriteLine("/// <summary>Adds the driver to a registry.</summary>");
        writer.WriteLine(
            $"public static global::StorageKit.Registry {driver.MethodName}(this global::StorageKit.Registry "
            + "registry) => registry.Add(Registration);");
        writer.WriteLine();
        writer.WriteLine("/// <summary>Adds the driver to a registry; what the manifest names.</summary>");
        writer.WriteLine(
            "public static void Register(global::StorageKit.Registry registry) => registry.Add(Registration);");
        writer.CloseBlock();
        output.AddSource($"{driver.Name}.Driver.g.cs", writer.ToString());
    }

    static void EmitRegistration(SourceWriter writer, RegistryModel driver)
    {
        writer.WriteLine("/// <summary>Everything the registry has to know of the driver.</summary>");
        writer.WriteLine("public static global::StorageKit.DriverRegistration Registration { get; } = new(Name)")
            .OpenBlock();
        if (driver.Binder is not null)
            writer.WriteLine($"BindOptions = static section => {driver.Binder}.Bind(section),");
        if (driver.RequiresSection)
            writer.WriteLine("RequiresSection = true,");
        if (driver.UsesTimeProvider)
            writer.WriteLine("UsesTimeProvider = true,");
        EmitList(writer, "Resources", driver.Resources.Select(Resource));
        EmitList(writer, "Stores", driver.Stores.Select(Store));
        writer.CloseBlock(";");
    }

    static void EmitList(SourceWriter writer, string property, IEnumerable<string> items)
    {
        var lines = items.ToList();
        if (lines.Count == 0)
            return;
        writer.WriteLine($"{property} =").WriteLine("[");
        writer.Indentation++;
        foreach (var line in lines)
            writer.WriteLine(line);
        writer.Indentation--;
        writer.WriteLine("],");
    }

    static string Resource(ResourceModel resource) =>
        $"""
         new(
             typeof({resource.FullName}),
             {Factory(resource.FullName, resource.Construction)}),
         """;

    static string Store(StoreModel store)
    {
        var contracts = store.Contracts.Select(
            contract => $"new({Literals.Text(contract.Kind)}, typeof({contract.FullName}))");
        var processLocal = store.ProcessLocal ? " { ProcessLocal = true }" : "";
        return
            $"""
             new(
                 typeof({store.FullName}),
                 [{string.Join(", ", contracts)}],
                 {Factory(store.FullName, store.Construction!)}){processLocal},
             """;
    }

    static string Factory(string type, ConstructionModel construction)
    {
        var arguments = string.Join(", ", construction.Arguments.Select(Argument));
        return construction.IsAsync
            ? $"static async (scope, cancellationToken) => await {type}.OpenAsync({arguments}).ConfigureAwait(false)"
            : $"static (scope, cancellationToken) => new(new {type}({arguments}))";
    }

    static string Argument(ArgumentModel argument)
    {
        var value = argument.Kind switch
        {
            ArgumentKind.Options => $"scope.Options<{argument.Type}>()",
            ArgumentKind.Resource => $"scope.Resource<{argument.Type}>()",
            ArgumentKind.Tenant => "scope.Tenant",
            ArgumentKind.Time => "scope.Time",
            ArgumentKind.KeyRing => "scope.KeyRing",
            ArgumentKind.RequiredKeyRing => "scope.RequireKeyRing()",
            ArgumentKind.LoggerFactory => "scope.LoggerFactory",
            ArgumentKind.Logger => $"scope.Logger<{argument.Type}>()",
            _ => "cancellationToken",
        };
        return argument.Label is null ? value : $"{argument.Label}: {value}";
    }
}

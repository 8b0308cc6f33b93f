using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StorageKit.Conformance.Children;

/// <summary>Where the method is that adds a driver to a registry, so that another process can call it.</summary>
/// <param name="Assembly">The assembly's full name.</param>
/// <param name="File">Its file, for an assembly that was loaded from outside of the program; else empty.</param>
/// <param name="Type">The full name of the type.</param>
/// <param name="Method">The method's name; it takes a <see cref="Registry"/>.</param>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = NoTrimmedChild)]
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = NoTrimmedChild)]
[UnconditionalSuppressMessage("Trimming", "IL2072", Justification = NoTrimmedChild)]
[UnconditionalSuppressMessage("Trimming", "IL2075", Justification = NoTrimmedChild)]
[UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "A program in a single file has no child.")]
internal sealed record DriverLocation(string Assembly, string File, string Type, string Method)
{
    const string NoTrimmedChild = "A trimmed program has no child: ChildHost says so.";

    const BindingFlags Any =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    /// <summary>Why a driver cannot have a process of its own; null when it can.</summary>
    internal static string? ProblemOf(DriverUnderTest driver) =>
        ProblemOf(driver.Register)
        ?? (driver.Harness.Behind is { } behind ? ProblemOf(behind, "DriverHarness.Behind") : null)
        ?? ChildHost.Problem;

    /// <summary>Why another process cannot call the method; null when it can.</summary>
    /// <param name="register">The method.</param>
    /// <param name="name">What the author knows it as.</param>
    internal static string? ProblemOf(Action<Registry>? register, string name = "DriverUnderTest.Register")
    {
        if (register is null) return $"{name} is not set, so a child process cannot find the driver";
        if (register.GetInvocationList().Length != 1 || register.Method.IsGenericMethod
            || register.Method.DeclaringType?.FullName is null)
            return $"{name} is no single, plain method, so a child process cannot call it";
        return register.Target is { } target && !IsEmpty(target.GetType())
            ? $"{name} captures variables, so a child process cannot call it; name a static method"
            : null;
    }

    internal static DriverLocation Of(Action<Registry> register)
    {
        var type = register.Method.DeclaringType!;
        return new(type.Assembly.FullName!, type.Assembly.Location, type.FullName!, register.Method.Name);
    }

    /// <summary>A registry with the driver, and the one behind it.</summary>
    internal Registry NewRegistry(DriverLocation? behind = null)
    {
        var registry = new Registry();
        Register(registry);
        behind?.Register(registry);
        return registry;
    }

    void Register(Registry registry)
    {
        var type = Load().GetType(Type, throwOnError: true)!;
        var method = type.GetMethod(Method, Any, [typeof(Registry)])
            ?? throw new MissingMethodException(Type, Method);
        method.Invoke(method.IsStatic ? null : Activator.CreateInstance(type, nonPublic: true), [registry]);
    }

    Assembly Load()
    {
        try
        {
            return System.Reflection.Assembly.Load(new AssemblyName(Assembly));
        }
        catch (FileNotFoundException) when (File.Length > 0)
        {
            return System.Reflection.Assembly.LoadFrom(File);
        }
    }

    // A lambda that captures nothing is a method of an object without fields.
    static bool IsEmpty(Type type) => type.GetConstructor(System.Type.EmptyTypes) is not null
        && type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Length == 0;
}

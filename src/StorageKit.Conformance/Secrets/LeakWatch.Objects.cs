using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StorageKit.Conformance.Secrets;

internal sealed partial class LeakWatch
{
    const BindingFlags Anywhere = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Looks at an exception: its text with all inner ones, its data, its properties.</summary>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2075", Justification = "A member that was trimmed away has nothing to tell.")]
    internal void SeeException(Exception exception, string place)
    {
        See(Said(exception), place);
        for (var e = exception; e is not null; e = e.InnerException)
        {
            See(e.Message, place);
            foreach (System.Collections.DictionaryEntry entry in e.Data)
            {
                SeeValue(entry.Key, place);
                SeeValue(entry.Value, place);
            }
            foreach (var property in e.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                if (property.PropertyType == typeof(string) && property.GetIndexParameters().Length == 0)
                    See(Read(property, e) as string, place);
        }
    }

    /// <summary>Looks at what an object says of itself: to a text, and to a debugger.</summary>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2075", Justification = "A member that was trimmed away has nothing to tell.")]
    internal void SeeObject(object part)
    {
        var name = part.GetType().Name;
        See(Said(part), $"{name}.ToString()");
        foreach (var display in part.GetType().GetCustomAttributes<DebuggerDisplayAttribute>())
            foreach (var member in Members(display.Value))
                if (part.GetType().GetProperty(member, Anywhere) is { } property)
                    SeeValue(Read(property, part), $"the debugger's view of {name}");
                else if (part.GetType().GetField(member, Anywhere) is { } field)
                    SeeValue(field.GetValue(part), $"the debugger's view of {name}");
    }

    // "{Name,nq} at {_address}" has two.
    static IEnumerable<string> Members(string? display) =>
        (display ?? "").Split('{').Skip(1).Select(part => part.Split('}', ',', '(')[0].Trim());

    // What belongs to a driver may throw whatever it is asked; what it then says is looked at instead.
    static object? Read(PropertyInfo property, object of)
    {
        try
        {
            return property.GetValue(of);
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException?.Message;
        }
    }
}

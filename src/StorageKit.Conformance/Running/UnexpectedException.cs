using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace StorageKit.Conformance;

/// <summary>Says of an exception that no check expected which call of the driver let it out.</summary>
internal static class UnexpectedException
{
    /// <summary>One line: the call, the exception, what was expected.</summary>
    internal static string Describe(Exception exception, DriverUnderTest driver)
    {
        var expected = exception is StorageException or OperationCanceledException or ArgumentException
            or ObjectDisposedException
            ? "expected success"
            : "expected success; whatever goes wrong, a driver lets out only StorageException, "
                + "OperationCanceledException, ArgumentException and ObjectDisposedException";
        return $"{Culprit(exception, driver)} threw an unexpected {Summary(exception)} ({expected})";
    }

    /// <summary>The exception and its message, in one line.</summary>
    internal static string Summary(Exception exception) => $"{Name(exception)}: {OneLine(exception)}";

    static string Name(Exception exception) => exception is StorageException storage
        ? $"{nameof(StorageException)} of kind {storage.Kind}"
        : exception.GetType().Name;

    // The outermost frame of a store is the call that the check made; a frame within it is the driver's own business.
    static string Culprit(Exception exception, DriverUnderTest driver)
    {
        var stores = driver.Registration.Stores;
        string? inside = null;
        string? call = null;
        foreach (var frame in new StackTrace(exception).GetFrames())
        {
            if (DiagnosticMethodInfo.Create(frame) is not { DeclaringTypeName: { } type } method) continue;
            var (owner, name) = Source(type, method.Name);
            if (stores.FirstOrDefault(store => IsOf(owner, store.StoreType)) is { } store)
                call = $"{Contract(store, name.Split('.')[^1])} of {store.StoreType.Name}";
            if (!owner.StartsWith("System.", StringComparison.Ordinal)) inside ??= $"{owner}.{name}";
        }
        return call ?? inside ?? "the driver";
    }

    // An asynchronous method is a class of its own: Store+<IncrementAsync>d__3.MoveNext; a lambda Store+<>c.<Name>b__0.
    static (string Owner, string Method) Source(string type, string method)
    {
        var nested = type.IndexOf("+<", StringComparison.Ordinal);
        var owner = nested < 0 ? type : type[..nested];
        var mangled = nested >= 0 && type.IndexOf('>', nested) is var end && end > nested + 2
            ? type[(nested + 2)..end]
            : method;
        var close = mangled.IndexOf('>', StringComparison.Ordinal);
        return (owner, mangled.StartsWith('<') && close > 1 ? mangled[1..close] : mangled);
    }

    static bool IsOf(string owner, Type? store)
    {
        for (; store is not null && store != typeof(object); store = store.BaseType)
            if (string.Equals(owner, store.FullName, StringComparison.Ordinal)) return true;
        return false;
    }

    [UnconditionalSuppressMessage(
        "Trimming", "IL2075", Justification = "The method was called through this interface, so it was kept.")]
    static string Contract(StoreRegistration store, string method)
    {
        foreach (var contract in store.Contracts)
            if (contract.Contract.GetMethod(method) is not null) return $"{contract.Contract.Name}.{method}";
        return method;
    }

    // An exception of a driver may do anything, even when it is asked for its message.
    internal static string OneLine(Exception exception)
    {
        try
        {
            return string.Join(
                ' ', (exception.Message ?? "").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception e)
        {
            return $"(its message cannot be read: {e.GetType().Name})";
        }
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Logging;
using StorageKit.Memory;

namespace StorageKit.Conformance.Tests.Mutants;

/// <summary>An opened section of a mutant driver: a memory section, and the mutant's own parts.</summary>
/// <param name="isShared">Whether it outlives the sections of the mutant driver.</param>
/// <param name="parts">Parts that are there already.</param>
internal sealed class MutantSection(bool isShared, IEnumerable<object> parts) : IAsyncDisposable
{
    readonly ConcurrentDictionary<Type, object> _parts = new(parts.ToDictionary(part => part.GetType()));
    readonly ConcurrentBag<IDisposable> _made = [];
    readonly SemaphoreSlim _opening = new(1);
    DriverSection? _memory;

    internal async ValueTask<object> OpenStoreAsync(Type store, DriverScope scope)
    {
        await _opening.WaitAsync();
        try
        {
            _memory ??= await new Registry().Add(MemoryDriver.Registration).OpenSectionAsync(
                MemoryDriver.Name, "",
                new StorageServices { TimeProvider = scope.Time, LoggerFactory = scope.LoggerFactory });
        }
        finally
        {
            _opening.Release();
        }
        var inner = await _memory.OpenTenantAsync(scope.Tenant);
        var constructor = store.GetConstructors().Single();
        object[] arguments = [.. constructor.GetParameters().Select(p => Resolve(p.ParameterType, inner, scope))];
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }

    object Resolve(Type wanted, TenantStores inner, DriverScope scope)
    {
        if (wanted == typeof(TimeProvider)) return scope.Time;
        if (wanted == typeof(TenantId)) return scope.Tenant;
        if (wanted == typeof(ILoggerFactory)) return scope.LoggerFactory;
        if (!wanted.IsInterface) return _parts.GetOrAdd(wanted, Make);
        var get = typeof(TenantStores).GetMethod(nameof(TenantStores.Get))!.MakeGenericMethod(wanted);
        return get.Invoke(inner, [])!;
    }

    object Make(Type part)
    {
        var made = Activator.CreateInstance(part)!;
        if (made is IDisposable disposable) _made.Add(disposable);
        return made;
    }

    public ValueTask DisposeAsync()
    {
        if (isShared) return default;
        foreach (var part in _made) part.Dispose();
        return _memory?.DisposeAsync() ?? default;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Local.Contracts.Tests;

public sealed class MessageTests
{
    public static TheoryData<Type> Requests => [.. MessagesOf<OrganizationRequest>()];

    public static TheoryData<Type> Responses => [.. MessagesOf<OrganizationResponse>()];

    [Theory, MemberData(nameof(Requests))]
    public void ARequest_IsNamedAfterItsMessage(Type type)
    {
        var request = (OrganizationRequest)Activator.CreateInstance(type)!;
        Assert.Equal(type.Name, request.RequestName + "Request");
    }

    [Theory, MemberData(nameof(Requests))]
    public void EachPropertyOfARequest_IsTheParameterOfThatName(Type type)
    {
        foreach (var property in OwnProperties(type).Where(property => property.CanWrite))
        {
            var request = (OrganizationRequest)Activator.CreateInstance(type)!;
            var value = Sample(property.PropertyType);
            property.SetValue(request, value);

            Assert.Equal(value, request.Parameters[property.Name]);
            Assert.Equal(value, property.GetValue(request));
        }
    }

    [Theory, MemberData(nameof(Requests))]
    public void ARequestWithoutParameters_ReadsDefaults(Type type)
    {
        var request = (OrganizationRequest)Activator.CreateInstance(type)!;
        request.Parameters.Clear();

        Assert.All(OwnProperties(type), property => Assert.Equal(DefaultOf(property.PropertyType), property.GetValue(request)));
    }

    [Theory, MemberData(nameof(Responses))]
    public void EachPropertyOfAResponse_IsTheResultOfThatName(Type type)
    {
        foreach (var property in OwnProperties(type))
        {
            var response = (OrganizationResponse)Activator.CreateInstance(type)!;
            Assert.Equal(DefaultOf(property.PropertyType), property.GetValue(response));

            var value = Sample(property.PropertyType);
            response.Results[property.Name] = value;
            Assert.Equal(value, property.GetValue(response));
        }
    }

    [Fact]
    public void EveryRequest_HasItsResponse()
    {
        var responses = MessagesOf<OrganizationResponse>().Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        var without = MessagesOf<OrganizationRequest>()
            .Where(type => !responses.Contains(type.FullName!.Replace("Request", "Response", StringComparison.Ordinal)));
        Assert.Empty(without);
    }

    [Fact]
    public void AnUntypedRequest_CarriesWhatItIsGiven()
    {
        var request = new OrganizationRequest("kam_ScoreAccount") { ["AccountId"] = Guid.Empty };

        Assert.Equal("kam_ScoreAccount", request.RequestName);
        Assert.Equal(Guid.Empty, request.Parameters["AccountId"]);
        Assert.Null(request.RequestId);
    }

    private static IEnumerable<Type> MessagesOf<T>() =>
        new[] { typeof(CreateRequest).Assembly, typeof(WhoAmIRequest).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.IsSubclassOf(typeof(T)));

    private static IEnumerable<PropertyInfo> OwnProperties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static object? DefaultOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static object? Sample(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return "Muster AG";
        if (plain == typeof(Guid)) return new Guid("5f0c5a3e-0b5f-4c68-9d2a-1f1a52c6a003");
        if (plain == typeof(bool)) return true;
        if (plain == typeof(int)) return 7;
        if (plain == typeof(long)) return 7L;
        if (plain == typeof(decimal)) return 7.5m;
        if (plain == typeof(DateTime)) return new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc);
        if (plain.IsEnum) return Enum.GetValues(plain).Cast<object>().Last();
        if (plain.IsArray) return Array.CreateInstance(plain.GetElementType()!, 1);
        return plain.IsAbstract || plain.GetConstructor(Type.EmptyTypes) is null ? null : Activator.CreateInstance(plain);
    }
}

// Made by npm run client:generate from the OpenAPI document; do not edit.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether the process runs */
        get: operations["Health_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether the process runs */
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether the process can do its work */
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read metrics in the Prometheus text format */
        get: operations["Metrics_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tenants, newest first
         * @description Needs the permission `MANAGE_TENANTS`.
         */
        get: operations["Tenants_list"];
        put?: never;
        /**
         * Create a tenant
         * @description With the platform key, as everything about other tenants.
         *
         *     Needs the permission `MANAGE_TENANTS`.
         */
        post: operations["Tenants_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the tenant that the key acts in
         * @description Needs a key, whatever its permissions.
         */
        get: operations["Tenants_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a tenant
         * @description Needs the permission `MANAGE_TENANTS`.
         */
        get: operations["Tenants_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, pause, resume or configure a tenant
         * @description Needs the permission `MANAGE_TENANTS`.
         */
        patch: operations["Tenants_change"];
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys, newest first, revoked ones included
         * @description Needs the permission `MANAGE_API_KEYS`.
         */
        get: operations["ApiKeys_list"];
        put?: never;
        /**
         * Create an API key
         * @description Its text is in this answer and nowhere else. It has at most the permissions, the scope and the life of the key that asks, and ends with that.
         *
         *     Needs the permission `MANAGE_API_KEYS`.
         */
        post: operations["ApiKeys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an API key
         * @description Needs the permission `MANAGE_API_KEYS`.
         */
        get: operations["ApiKeys_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an API key for good, and all that were made by it
         * @description They stop working at once. Revoking it again changes nothing; a stronger key is refused.
         *
         *     Needs the permission `MANAGE_API_KEYS`.
         */
        post: operations["ApiKeys_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace an API key by one of the same permissions, scope and life
         * @description Its text is in this answer and nowhere else. The old key goes on for `graceSeconds`, and never longer than it would have; the keys that it made belong to the new one. A stronger key is refused.
         *
         *     Needs the permission `MANAGE_API_KEYS`.
         */
        post: operations["ApiKeys_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch-configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dispatch configs, newest first
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["DispatchConfigs_list"];
        put?: never;
        /**
         * Create a dispatch config
         * @description Checked against the channel definition of its provider. `channelUses` says whether the channel’s activities go by it from now on, or by which other config, and why.
         *
         *     Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        post: operations["DispatchConfigs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch-configs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dispatch config
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["DispatchConfigs_get"];
        put?: never;
        post?: never;
        /**
         * Delete a dispatch config
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        delete: operations["DispatchConfigs_delete"];
        options?: never;
        head?: never;
        /**
         * Change, pause or resume a dispatch config
         * @description `credentials` and `settings` replace the old ones whole; other fields change one by one. Another provider, another origin of `baseUrl` or another setting that decides where calls go needs `credentials` again. A new `baseUrl`, `credentials` or `settings` ends an outage of kind MISCONFIGURED.
         *
         *     Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        patch: operations["DispatchConfigs_change"];
        trace?: never;
    };
    "/api/dispatch-configs/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make one probe call with a dispatch config
         * @description Sends a sample activity to the provider, paused or not. Its `metadata.probe` is `true`. One that ends ACCEPTED or REJECTED ends an outage of kind MISCONFIGURED.
         *
         *     Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        post: operations["DispatchConfigs_probe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the providers that are loaded
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["DispatchProviders_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch-providers/{code}/channel-definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a dispatch config of a provider takes on each channel
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["DispatchProviders_channelDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commerces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List commerces, newest first
         * @description Needs the permission `MANAGE_COMMERCES` or `VIEW_ACTIVITIES`.
         */
        get: operations["Commerces_list"];
        put?: never;
        /**
         * Create a commerce, with its users and their contacts
         * @description Needs the permission `MANAGE_COMMERCES`.
         */
        post: operations["Commerces_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commerces/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a commerce
         * @description Needs the permission `MANAGE_COMMERCES` or `VIEW_ACTIVITIES`.
         */
        get: operations["Commerces_get"];
        put?: never;
        post?: never;
        /**
         * Delete a commerce and its users; 409 while activities refer to it
         * @description Needs the permission `MANAGE_COMMERCES`.
         */
        delete: operations["Commerces_remove"];
        options?: never;
        head?: never;
        /**
         * Change a commerce
         * @description Needs the permission `MANAGE_COMMERCES`.
         */
        patch: operations["Commerces_update"];
        trace?: never;
    };
    "/api/commerces/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make or update up to 1,000 commerces by externalId
         * @description Fields an item leaves out stay as they are. Its users are found by externalId, those without one by
         *     name, their contacts by type and value. Users and contacts that an item does not name are kept.
         *
         *     Needs the permission `MANAGE_COMMERCES`.
         */
        post: operations["Commerces_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commerces/{id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users of the commerce, newest first
         * @description Needs the permission `MANAGE_COMMERCES` or `VIEW_ACTIVITIES`.
         */
        get: operations["CommerceUsers_list"];
        put?: never;
        /**
         * Create a user of the commerce, with contacts
         * @description Needs the permission `MANAGE_COMMERCES`.
         */
        post: operations["CommerceUsers_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commerces/{id}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a user of the commerce
         * @description Needs the permission `MANAGE_COMMERCES` or `VIEW_ACTIVITIES`.
         */
        get: operations["CommerceUsers_get"];
        put?: never;
        post?: never;
        /**
         * Delete a user and its contacts; 409 while activities have it as their target
         * @description Needs the permission `MANAGE_COMMERCES`.
         */
        delete: operations["CommerceUsers_remove"];
        options?: never;
        head?: never;
        /**
         * Change a user of the commerce
         * @description Needs the permission `MANAGE_COMMERCES`.
         */
        patch: operations["CommerceUsers_update"];
        trace?: never;
    };
    "/api/commerces/{id}/users/{userId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a contact to a commerce user
         * @description Needs the permission `MANAGE_COMMERCES`.
         */
        post: operations["CommerceContacts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commerces/{id}/users/{userId}/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a contact
         * @description Needs the permission `MANAGE_COMMERCES`.
         */
        delete: operations["CommerceContacts_remove"];
        options?: never;
        head?: never;
        /**
         * Change a contact
         * @description Needs the permission `MANAGE_COMMERCES`.
         */
        patch: operations["CommerceContacts_update"];
        trace?: never;
    };
    "/api/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List operators, newest first
         * @description Needs the permission `MANAGE_OPERATORS` or `VIEW_ACTIVITIES`.
         */
        get: operations["Operators_list"];
        put?: never;
        /**
         * Create an operator
         * @description Needs the permission `MANAGE_OPERATORS`.
         */
        post: operations["Operators_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an operator
         * @description Needs the permission `MANAGE_OPERATORS` or `VIEW_ACTIVITIES`.
         */
        get: operations["Operators_get"];
        put?: never;
        post?: never;
        /**
         * Delete an operator, also from its routes; 409 while activities refer to it
         * @description Needs the permission `MANAGE_OPERATORS`.
         */
        delete: operations["Operators_remove"];
        options?: never;
        head?: never;
        /**
         * Change an operator
         * @description Needs the permission `MANAGE_OPERATORS`.
         */
        patch: operations["Operators_update"];
        trace?: never;
    };
    "/api/operators/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make or update up to 1,000 operators by externalId; fields an item leaves out stay as they are
         * @description Needs the permission `MANAGE_OPERATORS`.
         */
        post: operations["Operators_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List routes, newest first
         * @description Needs the permission `MANAGE_ROUTES` or `VIEW_ACTIVITIES`.
         */
        get: operations["Routes_list"];
        put?: never;
        /**
         * Create a route
         * @description Needs the permission `MANAGE_ROUTES`.
         */
        post: operations["Routes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a route
         * @description Needs the permission `MANAGE_ROUTES` or `VIEW_ACTIVITIES`.
         */
        get: operations["Routes_get"];
        put?: never;
        post?: never;
        /**
         * Delete a route; 409 while activities refer to it
         * @description Needs the permission `MANAGE_ROUTES`.
         */
        delete: operations["Routes_remove"];
        options?: never;
        head?: never;
        /**
         * Change a route
         * @description Needs the permission `MANAGE_ROUTES`.
         */
        patch: operations["Routes_update"];
        trace?: never;
    };
    "/api/routes/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make or update up to 1,000 routes by externalId; fields an item leaves out stay as they are
         * @description Needs the permission `MANAGE_ROUTES`.
         */
        post: operations["Routes_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes/{id}/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an operator on the route, or change the role of one who is on it
         * @description Needs the permission `MANAGE_ROUTES`.
         */
        post: operations["RouteOperators_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes/{id}/operators/{operatorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an operator off the route
         * @description Needs the permission `MANAGE_ROUTES`.
         */
        delete: operations["RouteOperators_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/attribute-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List attribute keys in alphabetical order
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["AttributeKeys_list"];
        put?: never;
        /**
         * Name an attribute key
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        post: operations["AttributeKeys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/attribute-keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an attribute key; activities keep the values they have
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        delete: operations["AttributeKeys_remove"];
        options?: never;
        head?: never;
        /**
         * Change an attribute key
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        patch: operations["AttributeKeys_update"];
        trace?: never;
    };
    "/api/activity-config/attribute-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List attribute policies in the order of their keys
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["AttributePolicies_list"];
        put?: never;
        /**
         * Set how an attribute gets its value
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        post: operations["AttributePolicies_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/attribute-policies/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the policy of a key
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["AttributePolicies_get"];
        put?: never;
        post?: never;
        /**
         * Delete the policy of a key
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        delete: operations["AttributePolicies_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/result-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List result types in alphabetical order
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["ResultTypes_list"];
        put?: never;
        /**
         * Name a type of result and what follows from it
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        post: operations["ResultTypes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/result-types/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a result type
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["ResultTypes_get"];
        put?: never;
        post?: never;
        /**
         * Delete a result type; results keep its code as text
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        delete: operations["ResultTypes_remove"];
        options?: never;
        head?: never;
        /**
         * Change a result type
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        patch: operations["ResultTypes_update"];
        trace?: never;
    };
    "/api/activity-config/target-resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List target resolution configs, newest first
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["TargetResolutionConfigs_list"];
        put?: never;
        /**
         * Set how activities find their target users
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        post: operations["TargetResolutionConfigs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/target-resolution/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a target resolution config
         * @description Needs the permission `VIEW_ACTIVITIES` or `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["TargetResolutionConfigs_get"];
        put?: never;
        post?: never;
        /**
         * Delete a target resolution config; activities keep the target users they have
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        delete: operations["TargetResolutionConfigs_remove"];
        options?: never;
        head?: never;
        /**
         * Change a target resolution config; criteria are replaced as a whole
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        patch: operations["TargetResolutionConfigs_update"];
        trace?: never;
    };
    "/api/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List activities, newest first
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Activities_list"];
        put?: never;
        /**
         * Create an activity
         * @description It is sent as soon as `scheduledAt` has come. What cannot be resolved (whom it addresses, what it carries) makes it UNRESOLVED; it is never dropped. The tenant’s rules judge it before it is stored.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        post: operations["CreateActivities_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a TASK
         * @description The same, and `type` may be left out.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        post: operations["CreateActivities_createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create up to 1,000 activities
         * @description Each ends apart, as created, duplicate or invalid; a bad one never rejects the others.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        post: operations["CreateActivities_createMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Repeat FAILED activities
         * @description Makes a new activity of each, linked by `retryOf` and `redrivenAs`. Each is redriven once, so that a call that broke off can be made again; a large redrive goes on while `remaining` is not 0.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        post: operations["Activities_redrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an activity
         * @description A READY one says in `waitingFor` why it was not sent yet; `dispatchConfig` is by which config it is sent, and why.
         *
         *     Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Activities_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Reschedule or rescore an activity
         * @description While READY and not in flight.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        patch: operations["Activities_reschedule"];
        trace?: never;
    };
    "/api/activities/{id}/status-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the transitions of an activity, oldest first
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Activities_statusEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the attempts of an activity, oldest first
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Activities_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the attributes of an activity and how each was resolved
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Activities_attributes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}/target-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List whom an activity addresses and why
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Activities_targetUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Cancel an activity before it is sent
         * @description Of a cancel and a send that race exactly one happens; 409 `IN_FLIGHT` while a call is running.
         *
         *     Needs the permission `CANCEL_ACTIVITY`.
         */
        patch: operations["Activities_cancel"];
        trace?: never;
    };
    "/api/activities/{id}/retry-resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Resolve an UNRESOLVED activity again
         * @description It becomes READY or stays UNRESOLVED.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        patch: operations["Activities_retryResolution"];
        trace?: never;
    };
    "/api/activities/{id}/target-users/{targetUserId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Assign a target user of an activity by hand
         * @description Before the activity is sent.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        patch: operations["Activities_assignTargetUser"];
        trace?: never;
    };
    "/api/activities/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an activity now and answer the attempt
         * @description Same claim and limits as the dispatcher.
         *
         *     Needs the permission `DISPATCH_ACTIVITY`.
         */
        post: operations["Activities_dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/tasks/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an activity now and answer nothing
         * @description As `/api/activities/:id/dispatch`, without an answer.
         *
         *     Needs the permission `DISPATCH_ACTIVITY`.
         */
        post: operations["Activities_dispatchTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List results, newest first
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Results_list"];
        put?: never;
        /**
         * Report what came of an activity
         * @description One that comes while a call is running is kept and applied when it settles. Without an activity it stands alone on its commerce.
         *
         *     Needs the permission `SUBMIT_ACTIVITY_RESULT`.
         */
        post: operations["Results_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-results/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what came of an activity, MESSAGE or TASK, at its other path
         * @description Needs the permission `SUBMIT_ACTIVITY_RESULT`.
         */
        post: operations["Results_submitForTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-results/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report up to 1,000 results
         * @description Each ends apart, as applied, held, standalone or invalid; those for one activity in their order.
         *
         *     Needs the permission `SUBMIT_ACTIVITY_RESULT`.
         */
        post: operations["Results_submitMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-results/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a result
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Results_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integration/activities/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Poll for tasks, the oldest change first
         * @description For field systems. Read on with `nextCursor` until it is null; a task that changes meanwhile comes again at the end. The totals in `meta` are null.
         *
         *     Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Integration_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integration/activity-results/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what came of a task, in the words of field systems
         * @description As `POST /api/activity-results` but for the status: the answer has the status it is kept as. Once the tenant has result types, `result` must be the code of an active one.
         *
         *     Needs the permission `SUBMIT_ACTIVITY_RESULT`.
         */
        post: operations["Integration_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integration/task-result-type-configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the result types that can be named now, in alphabetical order
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Integration_resultTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save the rules of a YAML file, all or none; a rule takes the place of the stored one of its name
         * @description Needs the permission `MANAGE_RULES`.
         */
        post: operations["RuleFiles_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read all rules as the YAML file that an import takes, in the order in which they are asked
         * @description Needs the permission `MANAGE_RULES` or `VIEW_ACTIVITIES`.
         */
        get: operations["RuleFiles_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the rules what they would do with an action; nothing is stored or sent
         * @description Needs the permission `MANAGE_RULES` or `VIEW_ACTIVITIES`.
         */
        post: operations["Evaluations_evaluate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rules, newest first
         * @description Needs the permission `MANAGE_RULES` or `VIEW_ACTIVITIES`.
         */
        get: operations["Rules_list"];
        put?: never;
        /**
         * Create a rule
         * @description Needs the permission `MANAGE_RULES`.
         */
        post: operations["Rules_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a rule
         * @description Needs the permission `MANAGE_RULES` or `VIEW_ACTIVITIES`.
         */
        get: operations["Rules_get"];
        put?: never;
        post?: never;
        /**
         * Delete a rule; its versions stay readable
         * @description Needs the permission `MANAGE_RULES`.
         */
        delete: operations["Rules_remove"];
        options?: never;
        head?: never;
        /**
         * Change a rule; `enabled` switches the rule on and off
         * @description Needs the permission `MANAGE_RULES`.
         */
        patch: operations["Rules_change"];
        trace?: never;
    };
    "/api/rules/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read every saved version of a rule, newest first, of a deleted one too
         * @description Needs the permission `MANAGE_RULES` or `VIEW_ACTIVITIES`.
         */
        get: operations["Rules_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all rules in the order in which they are asked
         * @description Needs the permission `MANAGE_RULES` or `VIEW_ACTIVITIES`.
         */
        get: operations["GatewayRules_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{name}/enabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch a rule on or off
         * @description It is stored, and in force in every process at once.
         *
         *     Needs the permission `MANAGE_RULES`.
         */
        put: operations["GatewayRules_switch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/reload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the rules anew
         * @description They are in force as soon as they are saved, so nothing needs this; a body is ignored.
         *
         *     Needs the permission `MANAGE_RULES`.
         */
        post: operations["GatewayRules_reload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the rules as gateways do what they would do with an action; nothing is stored or sent
         * @description Needs the permission `MANAGE_RULES` or `VIEW_ACTIVITIES`.
         */
        post: operations["GatewayRules_evaluate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge an action by the rules and do it: now, later, or not at all
         * @description Needs the permission `CREATE_ACTIVITY`.
         */
        post: operations["Actions_dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dispatch/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge and do up to 1,000 actions, each apart
         * @description Needs the permission `CREATE_ACTIVITY`.
         */
        post: operations["Actions_dispatchMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List scheduled actions, newest first
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["ScheduledActions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scheduled/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a scheduled action
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["ScheduledActions_get"];
        put?: never;
        post?: never;
        /**
         * Cancel a scheduled action
         * @description Of a cancel and a send that race exactly one happens.
         *
         *     Needs the permission `CANCEL_ACTIVITY`.
         */
        delete: operations["ScheduledActions_cancel"];
        options?: never;
        head?: never;
        /**
         * Send a scheduled action at another time
         * @description Before it is sent and not while it is.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        patch: operations["ScheduledActions_reschedule"];
        trace?: never;
    };
    "/v1/scheduled/{id}/fire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a scheduled action now
         * @description Answers the outcome, as a dispatch does.
         *
         *     Needs the permission `DISPATCH_ACTIVITY`.
         */
        post: operations["ScheduledActions_fire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks, newest first
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["Webhooks_list"];
        put?: never;
        /**
         * Have an endpoint told of status events
         * @description From now on. The secret that signs them is in this answer and nowhere else.
         *
         *     Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        post: operations["Webhooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["Webhooks_get"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook with its deliveries
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        delete: operations["Webhooks_remove"];
        options?: never;
        head?: never;
        /**
         * Change, pause or resume a webhook
         * @description What waited is delivered once it is active, to the URL it then has.
         *
         *     Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        patch: operations["Webhooks_change"];
        trace?: never;
    };
    "/api/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook a new secret
         * @description It is in this answer and nowhere else. The one before goes on signing beside it for a day; of many, five sign.
         *
         *     Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        post: operations["Webhooks_rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a webhook was told or is to be told, the latest event first
         * @description Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        get: operations["Deliveries_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{deliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver an event once more
         * @description Whatever became of it, with the same id and all attempts before it: now, even if the endpoint is left alone for a while since it was down. Behind an earlier event of the same activity that waits, and while the webhook is inactive, it waits.
         *
         *     Needs the permission `MANAGE_ACTIVITY_CONFIG`.
         */
        post: operations["Deliveries_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List recurring actions, newest first
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Recurring_list"];
        put?: never;
        /**
         * Do an action again and again
         * @description At the times of a cron expression.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        post: operations["Recurring_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a recurring action
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Recurring_get"];
        /**
         * Change a recurring action, as PATCH does
         * @description Needs the permission `CREATE_ACTIVITY`.
         */
        put: operations["Recurring_put"];
        post?: never;
        /**
         * Delete a recurring action with its history
         * @description The activities that were made stay.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        delete: operations["Recurring_remove"];
        options?: never;
        head?: never;
        /**
         * Change a recurring action
         * @description Another expression or zone counts from now on.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        patch: operations["Recurring_change"];
        trace?: never;
    };
    "/v1/recurring/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a recurring action
         * @description 409 unless it is active.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        post: operations["Recurring_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a recurring action with its next time from now
         * @description 409 unless it is paused.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        post: operations["Recurring_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring/{id}/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fire occurrences of the past that were not
         * @description Each happens once.
         *
         *     Needs the permission `CREATE_ACTIVITY`.
         */
        post: operations["Recurring_backfill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring/{id}/occurrences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what became of each time so far, latest first
         * @description Needs the permission `VIEW_ACTIVITIES`.
         */
        get: operations["Recurring_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who changed what, newest first
         * @description In the tenant; with the platform key and no `x-tenant-id`, in the installation itself. With `Accept: application/x-ndjson` all that the filters find, an entry a line, without pages.
         *
         *     Needs the permission `VIEW_AUDIT`.
         */
        get: operations["Audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        LiveResponse: {
            /** @enum {string} */
            status: "ok";
        };
        ReadyResponse: {
            /** @enum {string} */
            status: "ok";
            /**
             * @example {
             *       "database": "up"
             *     }
             */
            checks: {
                [key: string]: "up" | "down";
            };
            /** @description What an operator should know, such as a feature that is switched off. */
            notes?: string[];
        };
        NotReadyResponse: {
            /** @enum {string} */
            status: "unavailable";
            /**
             * @example {
             *       "database": "down"
             *     }
             */
            checks: {
                [key: string]: "up" | "down";
            };
            /** @example 503 */
            statusCode: number;
            /** @example Service Unavailable */
            error: string;
            /** @example not ready: database */
            message: string;
            /** @example NOT_READY */
            code: string;
            /** @example req-1 */
            requestId: string;
        };
        TenantSettingsRequest: {
            /**
             * @description IANA time zone; UTC unless told.
             * @example America/Santiago
             */
            timezone?: string;
            /** @description A tenant of weight 2 gets twice the share of one of weight 1 while both have work; 1 unless told. */
            weight?: number;
            /** @description Finished activities are removed after so many days; null: as the installation says. */
            retentionDays?: number | null;
        };
        CreateTenantRequest: {
            /**
             * @description Unique; cannot be changed.
             * @example acme
             */
            code: string;
            /** @example Acme Foods */
            name: string;
            settings?: components["schemas"]["TenantSettingsRequest"];
        };
        TenantSettingsResponse: {
            /** @description Null: as the installation says. */
            retentionDays: number | null;
            /** @example UTC */
            timezone: string;
            /** @example 1 */
            weight: number;
        };
        TenantResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "ACTIVE" | "PAUSED";
            /** @example acme */
            code: string;
            /** @example Acme Foods */
            name: string;
            settings: components["schemas"]["TenantSettingsResponse"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        FieldProblemResponse: {
            /** @example activities[0].reason */
            field: string;
            /** @example must be a string */
            message: string;
            /** @description With INVALID_RULE: the rule’s name. */
            rule?: string;
            /** @description With INVALID_RULE: the file the rule came in. */
            file?: string;
            /** @description With INVALID_RULE: the line in the file, from 1. */
            line?: number;
        };
        ProblemResponse: {
            /** @description With VALIDATION_FAILED and INVALID_RULE the fields; with some other codes an object that the message refers to. */
            details?: components["schemas"]["FieldProblemResponse"][] | {
                [key: string]: unknown;
            };
            /** @example 400 */
            statusCode: number;
            /**
             * @description The reason phrase of the status; below `/v1` the message.
             * @example Bad Request
             */
            error: string;
            /** @description For people; may change. */
            message: string;
            /** @description Below `/v1` only: whether the same request may succeed later. */
            retryable?: boolean;
            /** @description Below `/v1` only, with 429 and 503: in how many seconds, as `Retry-After` says. */
            retry_after?: number;
            /**
             * @description For machines; stable, listed in `docs/errors.md`.
             * @example VALIDATION_FAILED
             */
            code: string;
            /**
             * @description The `x-request-id` of the request or, without one, a new UUID; the log has it too.
             * @example 9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d
             */
            requestId: string;
        };
        PageMetaResponse: {
            /** @description Null when the list was read by cursor. */
            page: number | null;
            /** @example 25 */
            limit: number;
            /** @description How many items all pages have; null when the list was read by cursor, or nobody wants to know. */
            total: number | null;
            /** @description Null where the total is. */
            totalPages: number | null;
        };
        ChangeTenantRequest: {
            /** @example Acme Foods */
            name?: string;
            /**
             * @description While PAUSED the tenant's activities wait; nothing is lost and no attempt is used up.
             * @enum {string}
             */
            status?: "ACTIVE" | "PAUSED";
            /** @description Changes the ones given. */
            settings?: components["schemas"]["TenantSettingsRequest"];
        };
        CreateApiKeyRequest: {
            /** @description It creates, sends and sees activities of these channels only. As the asking key's unless told. */
            channels?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[] | null;
            /** @description It reaches these dispatch configs only, and the activities that go by them. As the asking key's unless told. */
            dispatchConfigIds?: string[] | null;
            /**
             * @description For people.
             * @example order system
             */
            name: string;
            /** @description Not more than the asking key has; never MANAGE_TENANTS. */
            permissions: ("VIEW_ACTIVITIES" | "CREATE_ACTIVITY" | "CANCEL_ACTIVITY" | "DISPATCH_ACTIVITY" | "SUBMIT_ACTIVITY_RESULT" | "MANAGE_ACTIVITY_CONFIG" | "MANAGE_COMMERCES" | "MANAGE_OPERATORS" | "MANAGE_ROUTES" | "MANAGE_RULES" | "MANAGE_API_KEYS" | "VIEW_AUDIT" | "MANAGE_TENANTS")[];
            /**
             * Format: date-time
             * @description In the future and not after the asking key's; that one if absent. Null: it does not expire.
             */
            expiresAt?: string | null;
            /** @description It is taken from addresses in these networks only, such as `203.0.113.0/24`. As the asking key's unless told. */
            allowCidrs?: string[] | null;
        };
        CreatedApiKeyResponse: {
            /** Format: uuid */
            id: string;
            permissions: ("VIEW_ACTIVITIES" | "CREATE_ACTIVITY" | "CANCEL_ACTIVITY" | "DISPATCH_ACTIVITY" | "SUBMIT_ACTIVITY_RESULT" | "MANAGE_ACTIVITY_CONFIG" | "MANAGE_COMMERCES" | "MANAGE_OPERATORS" | "MANAGE_ROUTES" | "MANAGE_RULES" | "MANAGE_API_KEYS" | "VIEW_AUDIT" | "MANAGE_TENANTS")[];
            /** @description It reaches no other channels; null: any. */
            channels: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[] | null;
            /** @description It reaches no other dispatch configs; null: any. */
            dispatchConfigIds: string[] | null;
            /** @description It is taken from these networks only; null: from anywhere. */
            allowCidrs: string[] | null;
            /**
             * Format: uuid
             * @description The key that made it, and with which it ends.
             */
            parentId: string | null;
            /**
             * Format: uuid
             * @description The key that it replaces.
             */
            rotatedFrom: string | null;
            /**
             * @description The key itself. It is shown this once and cannot be had again.
             * @example erk_01900000000070008000000000000001_2yZc1nq5kq0vX0sQm0p3oVfZr8l9bWj4dT6hYxA7cEg
             */
            plaintextKey: string;
            /** @example order system */
            name: string;
            /**
             * @description What the key can be recognised by in the log and in the history of activities.
             * @example erk_a1B2c3
             */
            prefix: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        ApiKeyResponse: {
            /** Format: uuid */
            id: string;
            permissions: ("VIEW_ACTIVITIES" | "CREATE_ACTIVITY" | "CANCEL_ACTIVITY" | "DISPATCH_ACTIVITY" | "SUBMIT_ACTIVITY_RESULT" | "MANAGE_ACTIVITY_CONFIG" | "MANAGE_COMMERCES" | "MANAGE_OPERATORS" | "MANAGE_ROUTES" | "MANAGE_RULES" | "MANAGE_API_KEYS" | "VIEW_AUDIT" | "MANAGE_TENANTS")[];
            /** @description It reaches no other channels; null: any. */
            channels: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[] | null;
            /** @description It reaches no other dispatch configs; null: any. */
            dispatchConfigIds: string[] | null;
            /** @description It is taken from these networks only; null: from anywhere. */
            allowCidrs: string[] | null;
            /**
             * Format: uuid
             * @description The key that made it, and with which it ends.
             */
            parentId: string | null;
            /**
             * Format: uuid
             * @description The key that it replaces.
             */
            rotatedFrom: string | null;
            /** @example order system */
            name: string;
            /**
             * @description What the key can be recognised by in the log and in the history of activities.
             * @example erk_a1B2c3
             */
            prefix: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        RotateApiKeyRequest: {
            /** @description For how long the old key goes on, at most; 0: not at all. A day unless told. */
            graceSeconds?: number;
        };
        LimitsRequest: {
            maxPerSecond?: number | null;
            maxConcurrent?: number | null;
        };
        RetryRequest: {
            maxAttempts?: number | null;
            /** @description The wait before attempt n+1 is random in 0 … baseDelayMs × 2^(n-1). */
            baseDelayMs?: number | null;
            maxDelayMs?: number | null;
        };
        CreateDispatchConfigRequest: {
            /**
             * @description After a call that may or may not have reached the provider (no answer in time, a lost connection): send again, under
             *     the same Idempotency-Key, or give the activity up. `retry` unless told.
             * @enum {string}
             */
            onUncertain?: "retry" | "fail";
            /**
             * @description Unique in the tenant.
             * @example yom-visits
             */
            name: string;
            /**
             * @description One of `GET /api/dispatch-providers`.
             * @example YOM
             */
            providerCode: string;
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /**
             * @description Where the provider is; http or https, to an address that may be reached.
             * @example https://api.provider.example
             */
            baseUrl?: string | null;
            /**
             * @description What the channel definition of the provider asks for. Never shown again.
             * @example {
             *       "apiKey": "key-from-the-provider"
             *     }
             */
            credentials?: {
                [key: string]: unknown;
            };
            /**
             * @description What the channel definition of the provider offers.
             * @example {}
             */
            settings?: {
                [key: string]: unknown;
            };
            /** @description Of the active configs of a channel the one with the lowest number is used first; 0 unless told. */
            priority?: number;
            /** @description False pauses: its activities wait. True unless told. */
            isActive?: boolean;
            limits?: components["schemas"]["LimitsRequest"];
            retry?: components["schemas"]["RetryRequest"];
            /** @description Deadline of one call, up to what the installation allows. Null: the installation's default. */
            timeoutMs?: number | null;
        };
        OutageResponse: {
            /**
             * @description DOWN: its provider failed too often in a row. MISCONFIGURED: the provider says that the account is wrong.
             * @enum {string}
             */
            kind: "DOWN" | "MISCONFIGURED";
            /**
             * Format: date-time
             * @description When the next probe may be made. Null for MISCONFIGURED, which a change of the account ends, or a test.
             */
            probeAt: string | null;
            /** Format: date-time */
            since: string;
            /**
             * @description A dispatch error code of `docs/errors.md`.
             * @example CONNECTION_FAILED
             */
            code: string;
            /** @description The provider's own code. */
            providerErrorCode: string | null;
            message: string;
        };
        ChosenConfigResponse: {
            /** Format: uuid */
            id: string;
            /**
             * @description PINNED: it may be sent by this one only. PRIORITY: of the active configs of the channel it has the lowest priority
             *     number, and is the oldest of those. FAILOVER: those before it are down or misconfigured. Null for what was sent, of
             *     which the reason is not kept unless it was PINNED.
             * @enum {string|null}
             */
            reason: "PINNED" | "PRIORITY" | "FAILOVER" | null;
            /** @example yom-visits */
            name: string;
        };
        LimitsResponse: {
            maxPerSecond: number | null;
            maxConcurrent: number | null;
        };
        RetryResponse: {
            maxAttempts: number | null;
            baseDelayMs: number | null;
            maxDelayMs: number | null;
        };
        DispatchConfigDetailResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            settings: {
                [key: string]: unknown;
            };
            /**
             * @description What becomes of an activity after a call whose outcome is UNCERTAIN.
             * @enum {string}
             */
            onUncertain: "retry" | "fail";
            /** @description Null while it can be used. */
            outage: components["schemas"]["OutageResponse"] | null;
            /**
             * @description By which config the activities of its channel that are pinned to none would be sent now: this one, or which other and
             *     why. Null where none can be used.
             */
            channelUses: components["schemas"]["ChosenConfigResponse"] | null;
            /** @example yom-visits */
            name: string;
            /** @example YOM */
            providerCode: string;
            baseUrl: string | null;
            /**
             * @description Which credentials are set; their values are never shown. Null when no key of this installation opens them.
             * @example [
             *       "apiKey"
             *     ]
             */
            credentialFields: string[] | null;
            priority: number;
            isActive: boolean;
            limits: components["schemas"]["LimitsResponse"];
            retry: components["schemas"]["RetryResponse"];
            timeoutMs: number | null;
            /** @description Raised by every change. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        DispatchConfigResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            settings: {
                [key: string]: unknown;
            };
            /**
             * @description What becomes of an activity after a call whose outcome is UNCERTAIN.
             * @enum {string}
             */
            onUncertain: "retry" | "fail";
            /** @example yom-visits */
            name: string;
            /** @example YOM */
            providerCode: string;
            baseUrl: string | null;
            /**
             * @description Which credentials are set; their values are never shown. Null when no key of this installation opens them.
             * @example [
             *       "apiKey"
             *     ]
             */
            credentialFields: string[] | null;
            priority: number;
            isActive: boolean;
            limits: components["schemas"]["LimitsResponse"];
            retry: components["schemas"]["RetryResponse"];
            timeoutMs: number | null;
            /** @description Raised by every change. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ChangeDispatchConfigRequest: {
            /**
             * @description After a call that may or may not have reached the provider (no answer in time, a lost connection): send again, under
             *     the same Idempotency-Key, or give the activity up. `retry` unless told.
             * @enum {string}
             */
            onUncertain?: "retry" | "fail";
            /**
             * @description Unique in the tenant.
             * @example yom-visits
             */
            name?: string;
            /**
             * @description One of `GET /api/dispatch-providers`.
             * @example YOM
             */
            providerCode?: string;
            /** @enum {string} */
            channel?: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /**
             * @description Where the provider is; http or https, to an address that may be reached.
             * @example https://api.provider.example
             */
            baseUrl?: string | null;
            /**
             * @description What the channel definition of the provider asks for. Never shown again.
             * @example {
             *       "apiKey": "key-from-the-provider"
             *     }
             */
            credentials?: {
                [key: string]: unknown;
            };
            /**
             * @description What the channel definition of the provider offers.
             * @example {}
             */
            settings?: {
                [key: string]: unknown;
            };
            /** @description Of the active configs of a channel the one with the lowest number is used first; 0 unless told. */
            priority?: number;
            /** @description False pauses: its activities wait. True unless told. */
            isActive?: boolean;
            limits?: components["schemas"]["LimitsRequest"];
            retry?: components["schemas"]["RetryRequest"];
            /** @description Deadline of one call, up to what the installation allows. Null: the installation's default. */
            timeoutMs?: number | null;
        };
        ProbeResponse: {
            /** @enum {string} */
            disposition: "ACCEPTED" | "RETRY" | "REJECTED" | "MISCONFIGURED" | "UNCERTAIN";
            ok: boolean;
            httpStatus: number | null;
            providerActivityId: string | null;
            /** @description One of the dispatch error codes of `docs/errors.md`; null when the provider accepted. */
            errorCode: string | null;
            message: string | null;
            durationMs: number;
            /** @description The provider's own code. */
            providerErrorCode: string | null;
        };
        DispatchProviderResponse: {
            channels: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[];
            /** @example YOM */
            code: string;
            /** @example YOM */
            name: string;
        };
        FieldDefinitionResponse: {
            /** @enum {string} */
            type: "string" | "integer" | "number" | "boolean" | "string[]";
            /** @description Taken when the setting is not given; null when there is none. */
            default: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @example apiKey */
            key: string;
            /** @example API key */
            label: string;
            required: boolean;
            /** @description Never shown again once saved. */
            secret: boolean;
            /** @description A change of it demands the credentials again, as calls may then go elsewhere. */
            decidesDestination: boolean;
            description: string | null;
        };
        ChannelDefinitionResponse: {
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /** @enum {string} */
            baseUrl: "required" | "optional" | "none";
            credentials: components["schemas"]["FieldDefinitionResponse"][];
            settings: components["schemas"]["FieldDefinitionResponse"][];
        };
        CreateContactRequest: {
            /** @enum {string} */
            type: "EMAIL" | "PHONE" | "WHATSAPP" | "PUSH_TOKEN" | "OTHER";
            /**
             * @description EMAIL: an address with one @. PHONE and WHATSAPP: at least 5 digits.
             * @example owner@example.com
             */
            value: string;
            /** @description At most one contact of a type is primary: a new one takes the place of the old. */
            isPrimary?: boolean;
        };
        CreateCommerceUserRequest: {
            /**
             * @example [
             *       {
             *         "type": "WHATSAPP",
             *         "value": "+56 9 1234 5678",
             *         "isPrimary": true
             *       }
             *     ]
             */
            contacts?: components["schemas"]["CreateContactRequest"][];
            /** @description The tenant's own key, unique within the commerce. */
            externalId?: string | null;
            /** @example Ana */
            firstName: string;
            /** @example Rojas */
            lastName?: string | null;
            /**
             * @example [
             *       "OWNER"
             *     ]
             */
            roles: ("OWNER" | "ORDERS" | "FINANCE" | "ATTENTION" | "ADMIN" | "COMMERCE_REP" | "OTHER")[];
            isActive?: boolean;
        };
        CreateCommerceRequest: {
            /** @description Any object, up to 32 kB. */
            metadata?: {
                [key: string]: unknown;
            };
            /**
             * @example [
             *       {
             *         "firstName": "Ana",
             *         "roles": [
             *           "OWNER"
             *         ],
             *         "contacts": [
             *           {
             *             "type": "EMAIL",
             *             "value": "ana@store.example"
             *           }
             *         ]
             *       }
             *     ]
             */
            users?: components["schemas"]["CreateCommerceUserRequest"][];
            /**
             * @description The tenant's own key, unique among its commerces.
             * @example STORE-2
             */
            externalId: string;
            /** @example Corner Store */
            name: string;
            taxId?: string | null;
            isActive?: boolean;
        };
        ContactResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "EMAIL" | "PHONE" | "WHATSAPP" | "PUSH_TOKEN" | "OTHER";
            value: string;
            isPrimary: boolean;
        };
        CommerceUserResponse: {
            /** Format: uuid */
            id: string;
            roles: ("OWNER" | "ORDERS" | "FINANCE" | "ATTENTION" | "ADMIN" | "COMMERCE_REP" | "OTHER")[];
            externalId: string | null;
            firstName: string;
            lastName: string | null;
            isActive: boolean;
            contacts: components["schemas"]["ContactResponse"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CommerceResponse: {
            /** Format: uuid */
            id: string;
            metadata: {
                [key: string]: unknown;
            };
            externalId: string;
            name: string;
            taxId: string | null;
            isActive: boolean;
            users: components["schemas"]["CommerceUserResponse"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateCommerceRequest: {
            /** @description Any object, up to 32 kB. */
            metadata?: {
                [key: string]: unknown;
            };
            /**
             * @description The tenant's own key, unique among its commerces.
             * @example STORE-2
             */
            externalId?: string;
            /** @example Corner Store */
            name?: string;
            taxId?: string | null;
            isActive?: boolean;
        };
        SyncCommercesRequest: {
            items: components["schemas"]["CreateCommerceRequest"][];
        };
        SyncErrorResponse: {
            /** @description Place of the item in the request, from 0. */
            index: number;
            /**
             * @example VALIDATION_FAILED
             * @enum {string}
             */
            code: "NOT_READY" | "VALIDATION_FAILED" | "MALFORMED_JSON" | "MALFORMED_REQUEST" | "INVALID_CURSOR" | "SEARCH_TOO_BROAD" | "INVALID_RULE" | "BLOCKED_ADDRESS" | "CREDENTIALS_REQUIRED" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "REQUEST_TIMEOUT" | "CONFLICT" | "INVALID_TRANSITION" | "IN_FLIGHT" | "RESOLUTION_FAILED" | "NOT_DISPATCHED" | "RESULT_ALREADY_FINAL" | "AMBIGUOUS_PROVIDER_ID" | "TENANT_PAUSED" | "PROVIDER_PAUSED" | "PROVIDER_DOWN" | "PROVIDER_MISCONFIGURED" | "INVALID_STATE" | "LIMIT_REACHED" | "SUPPRESSED_BY_RULE" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "EXPECTATION_FAILED" | "IDEMPOTENCY_KEY_REUSED" | "RATE_LIMITED" | "HEADERS_TOO_LARGE" | "INTERNAL" | "OVERLOADED";
            /** @example name must be a string */
            message: string;
        };
        SyncResponse: {
            created: number;
            updated: number;
            /** @description How many items the request had; those not created or updated are in `errors`. */
            total: number;
            errors: components["schemas"]["SyncErrorResponse"][];
        };
        UpdateCommerceUserRequest: {
            /** @description The tenant's own key, unique within the commerce. */
            externalId?: string | null;
            /** @example Ana */
            firstName?: string;
            /** @example Rojas */
            lastName?: string | null;
            /**
             * @example [
             *       "OWNER"
             *     ]
             */
            roles?: ("OWNER" | "ORDERS" | "FINANCE" | "ATTENTION" | "ADMIN" | "COMMERCE_REP" | "OTHER")[];
            isActive?: boolean;
        };
        UpdateContactRequest: {
            /** @enum {string} */
            type?: "EMAIL" | "PHONE" | "WHATSAPP" | "PUSH_TOKEN" | "OTHER";
            /**
             * @description EMAIL: an address with one @. PHONE and WHATSAPP: at least 5 digits.
             * @example owner@example.com
             */
            value?: string;
            /** @description At most one contact of a type is primary: a new one takes the place of the old. */
            isPrimary?: boolean;
        };
        CreateOperatorRequest: {
            /**
             * @description The tenant's own key, unique among its operators.
             * @example OP-2
             */
            externalId: string;
            /** @enum {string} */
            type: "SALESMAN" | "ACTIVATOR" | "CALLCENTER";
            /** @example Ana Rojas */
            name: string;
            /** @example ana@example.com */
            email?: string | null;
            /**
             * @description At least 5 digits.
             * @example +56 9 1234 5678
             */
            phone?: string | null;
            isActive?: boolean;
        };
        OperatorResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "SALESMAN" | "ACTIVATOR" | "CALLCENTER";
            externalId: string;
            name: string;
            email: string | null;
            phone: string | null;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateOperatorRequest: {
            /**
             * @description The tenant's own key, unique among its operators.
             * @example OP-2
             */
            externalId?: string;
            /** @enum {string} */
            type?: "SALESMAN" | "ACTIVATOR" | "CALLCENTER";
            /** @example Ana Rojas */
            name?: string;
            /** @example ana@example.com */
            email?: string | null;
            /**
             * @description At least 5 digits.
             * @example +56 9 1234 5678
             */
            phone?: string | null;
            isActive?: boolean;
        };
        SyncOperatorsRequest: {
            items: components["schemas"]["CreateOperatorRequest"][];
        };
        CreateRouteRequest: {
            /**
             * @description The tenant's own key, unique among its routes.
             * @example ROUTE-2
             */
            externalId: string;
            /** @example North */
            name: string;
            isActive?: boolean;
        };
        RouteOperatorResponse: {
            /** Format: uuid */
            operatorId: string;
            /** @enum {string} */
            role: "LEAD" | "MEMBER";
            operator: components["schemas"]["OperatorResponse"];
        };
        RouteResponse: {
            /** Format: uuid */
            id: string;
            externalId: string;
            name: string;
            isActive: boolean;
            operators: components["schemas"]["RouteOperatorResponse"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateRouteRequest: {
            /**
             * @description The tenant's own key, unique among its routes.
             * @example ROUTE-2
             */
            externalId?: string;
            /** @example North */
            name?: string;
            isActive?: boolean;
        };
        SyncRoutesRequest: {
            items: components["schemas"]["CreateRouteRequest"][];
        };
        AssignOperatorRequest: {
            /**
             * Format: uuid
             * @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a
             */
            operatorId: string;
            /** @enum {string} */
            role: "LEAD" | "MEMBER";
        };
        CreateAttributeKeyRequest: {
            /** @example favorite_product */
            key: string;
            /** @example Favorite product */
            label: string;
            description?: string | null;
        };
        AttributeKeyResponse: {
            key: string;
            label: string;
            description: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateAttributeKeyRequest: {
            /** @example Favorite product */
            label?: string;
            description?: string | null;
        };
        AttributeHookRequest: {
            /**
             * @description The tenant's endpoint, http or https.
             * @example https://crm.example.com/attributes
             */
            url: string;
            /** @description Deadline of one call. */
            timeoutMs?: number;
            /** @description Gives the hook a new secret. It has one of its own from the start, and another when its URL changes. */
            renewSecret?: boolean;
        };
        SaveAttributePolicyRequest: {
            /** @example favorite_product */
            key: string;
            /** @description Any JSON value of up to 32 kB, used when the resolver finds none; null: no fallback. */
            fallback?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @enum {string} */
            strategy: "UPFRONT" | "ON_DISPATCH" | "CALLER_PROVIDED";
            /** @enum {string} */
            resolver: "INTERNAL_SERVICE" | "CLIENT_HOOK" | "CALLER_PROVIDED";
            /** @description Required with the resolver CLIENT_HOOK, refused with any other. */
            hook?: components["schemas"]["AttributeHookRequest"] | null;
        };
        AttributeHookResponse: {
            timeoutMs: number;
            url: string;
            /** @description What signs the calls, per Standard Webhooks; only in the answer that made it. */
            secret: string | null;
        };
        AttributePolicyResponse: {
            /** @enum {string} */
            strategy: "UPFRONT" | "ON_DISPATCH" | "CALLER_PROVIDED";
            /** @enum {string} */
            resolver: "INTERNAL_SERVICE" | "CLIENT_HOOK" | "CALLER_PROVIDED";
            /** @description Any JSON value; null: no fallback. */
            fallback: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            key: string;
            hook: components["schemas"]["AttributeHookResponse"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreateResultTypeRequest: {
            /**
             * @description What results name in `taskResult.result` or `resultTypeCode`.
             * @example COME_BACK
             */
            code: string;
            /** @example Come back another day */
            label: string;
            /** @description Refuse results of this type without a `futureScheduledAt`; false unless told. */
            requiresFutureScheduledAt?: boolean;
            /** @description Make an activity like the one it came for, at `futureScheduledAt`; false unless told. */
            createsFollowUp?: boolean;
            /** @description An inactive type is treated as free text; true unless told. */
            isActive?: boolean;
        };
        ResultTypeResponse: {
            code: string;
            label: string;
            requiresFutureScheduledAt: boolean;
            createsFollowUp: boolean;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateResultTypeRequest: {
            /** @example Come back another day */
            label?: string;
            /** @description Refuse results of this type without a `futureScheduledAt`; false unless told. */
            requiresFutureScheduledAt?: boolean;
            /** @description Make an activity like the one it came for, at `futureScheduledAt`; false unless told. */
            createsFollowUp?: boolean;
            /** @description An inactive type is treated as free text; true unless told. */
            isActive?: boolean;
        };
        TargetCriterionConfigRequest: {
            /**
             * @description Whom ROLE_MATCH looks for.
             * @enum {string}
             */
            role?: "OWNER" | "ORDERS" | "FINANCE" | "ATTENTION" | "ADMIN" | "COMMERCE_REP" | "OTHER";
            /** @description How far LAST_CONTACTED_… looks back; for ever unless told. */
            withinDays?: number;
        };
        TargetCriterionRequest: {
            /** @enum {string} */
            type: "ROLE_MATCH" | "LAST_CONTACTED_ALL_CHANNELS" | "LAST_CONTACTED_SAME_CHANNEL";
            /** @description ROLE_MATCH: `{role}`; LAST_CONTACTED_…: `{withinDays}` or nothing. */
            config?: components["schemas"]["TargetCriterionConfigRequest"];
            /** @description Lower first; the place in the list unless told. */
            priority?: number;
        };
        CreateTargetResolutionConfigRequest: {
            /**
             * @description Tried by priority until one finds a user; none unless told.
             * @example [
             *       {
             *         "type": "ROLE_MATCH",
             *         "config": {
             *           "role": "ORDERS"
             *         },
             *         "priority": 0
             *       }
             *     ]
             */
            criteria?: components["schemas"]["TargetCriterionRequest"][];
            /** @enum {string} */
            strategy: "ON_CREATION" | "ON_DISPATCH" | "MANUAL";
            /** @description The channels it is for; null: for all. */
            channels?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[] | null;
            /** @description When no criterion finds a user, a COMMERCE_REP is the target; true unless told. */
            fallbackToCommerceRep?: boolean;
            /** @description When there is no such user either, the OWNER is; true unless told. */
            fallbackToOwner?: boolean;
            /** @description Lower first, unique among the active ones; 0 unless told. */
            priority?: number;
            isActive?: boolean;
        };
        TargetCriterionConfigResponse: {
            /**
             * @description With ROLE_MATCH only.
             * @enum {string}
             */
            role?: "OWNER" | "ORDERS" | "FINANCE" | "ATTENTION" | "ADMIN" | "COMMERCE_REP" | "OTHER";
            /** @description With LAST_CONTACTED_… only. */
            withinDays?: number;
        };
        TargetCriterionResponse: {
            /** @enum {string} */
            type: "ROLE_MATCH" | "LAST_CONTACTED_ALL_CHANNELS" | "LAST_CONTACTED_SAME_CHANNEL";
            priority: number;
            config: components["schemas"]["TargetCriterionConfigResponse"];
        };
        TargetResolutionConfigResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            strategy: "ON_CREATION" | "ON_DISPATCH" | "MANUAL";
            channels: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[] | null;
            priority: number;
            criteria: components["schemas"]["TargetCriterionResponse"][];
            fallbackToCommerceRep: boolean;
            fallbackToOwner: boolean;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateTargetResolutionConfigRequest: {
            /**
             * @description Tried by priority until one finds a user; none unless told.
             * @example [
             *       {
             *         "type": "ROLE_MATCH",
             *         "config": {
             *           "role": "ORDERS"
             *         },
             *         "priority": 0
             *       }
             *     ]
             */
            criteria?: components["schemas"]["TargetCriterionRequest"][];
            /** @enum {string} */
            strategy?: "ON_CREATION" | "ON_DISPATCH" | "MANUAL";
            /** @description The channels it is for; null: for all. */
            channels?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[] | null;
            /** @description When no criterion finds a user, a COMMERCE_REP is the target; true unless told. */
            fallbackToCommerceRep?: boolean;
            /** @description When there is no such user either, the OWNER is; true unless told. */
            fallbackToOwner?: boolean;
            /** @description Lower first, unique among the active ones; 0 unless told. */
            priority?: number;
            isActive?: boolean;
        };
        AttributeRequest: {
            /** @description Any JSON value. */
            value?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @description Any JSON value, used when no other can be had; without one the activity is then UNRESOLVED. */
            fallback?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @example discount */
            key: string;
        };
        CreateActivityRequest: {
            /**
             * Format: double
             * @description Among due activities a higher score is sent first; 0 unless told.
             */
            score?: number | null;
            /**
             * @description TASK needs a route and an operator; MESSAGE needs neither.
             * @example MESSAGE
             * @enum {string}
             */
            type: "TASK" | "MESSAGE";
            /**
             * @description What it is for.
             * @example send_reminder
             */
            reason: string;
            /**
             * @example WHATSAPP
             * @enum {string}
             */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /**
             * Format: uuid
             * @description The store, by id; or give commerceExternalId.
             */
            commerceId?: string | null;
            /**
             * @description The store, by your own id.
             * @example STORE-1
             */
            commerceExternalId?: string | null;
            /**
             * @description Unique in the tenant: the same key with the same content answers the activity made before. Required here or as
             *     the `Idempotency-Key` header.
             * @example order-4711-reminder
             */
            idempotencyKey?: string;
            /**
             * Format: date-time
             * @description When to send it; in the past, or left out = now.
             * @example 2026-01-31T09:30:00.000Z
             */
            scheduledAt?: string | null;
            /**
             * @description When it should best be carried out, for the provider: a timestamp or a time of day.
             * @example 10:30
             */
            suggestedExecutionTime?: string | null;
            userStatus?: string | null;
            /** @description Why it was given to this store. */
            assignmentReason?: string | null;
            /** @description Whom it addresses; replaces the configured criteria. */
            targetCriteria?: components["schemas"]["TargetCriterionRequest"][] | null;
            /** @description Attributes to be found by their policy, such as `commerce_info`. */
            attributeKeys?: string[] | null;
            /**
             * @example [
             *       {
             *         "key": "discount",
             *         "value": "15%"
             *       }
             *     ]
             */
            attributes?: components["schemas"]["AttributeRequest"][] | null;
            /**
             * @description Labels; any JSON object, handed on to the provider.
             * @example {
             *       "campaign": "spring"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: uuid
             * @description The route, by id; TASK only, and required there, or give assignedRouteExternalId.
             */
            assignedRouteId?: string | null;
            /** @description The route, by your own id. */
            assignedRouteExternalId?: string | null;
            /**
             * Format: uuid
             * @description The operator, by id; TASK only, and required there, or give assignedOperatorExternalId.
             */
            assignedOperatorId?: string | null;
            /** @description The operator, by your own id. */
            assignedOperatorExternalId?: string | null;
        };
        ReferenceResponse: {
            /** Format: uuid */
            id: string;
            externalId: string;
            name: string;
        };
        CommerceAssignmentResponse: {
            /** Format: uuid */
            commerceId: string;
            assignmentReason: string | null;
            commerce: components["schemas"]["ReferenceResponse"];
        };
        OperatorReferenceResponse: {
            /** Format: uuid */
            id: string;
            externalId: string;
            name: string;
            /** @description SALESMAN, ACTIVATOR or CALLCENTER. */
            type: string;
        };
        TaskDetailsResponse: {
            /** Format: uuid */
            routeId: string;
            /** Format: uuid */
            operatorId: string;
            route: components["schemas"]["ReferenceResponse"];
            operator: components["schemas"]["OperatorReferenceResponse"];
        };
        LastErrorResponse: {
            /**
             * @description What followed from the attempt; null when the resolution failed, and for an attempt of version 0.1.
             * @enum {string|null}
             */
            disposition: "ACCEPTED" | "RETRY" | "REJECTED" | "MISCONFIGURED" | "UNCERTAIN" | null;
            /** @example PROVIDER_REJECTED */
            code: string;
            /**
             * @description The provider's reason, where it gave one.
             * @example HTTP 500: no such store
             */
            message: string;
            /** @description The provider's own code. */
            providerErrorCode: string | null;
        };
        TargetUserResponse: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            commerceUserId: string | null;
            /** @enum {string} */
            resolutionStatus: "PENDING" | "RESOLVED" | "LOCKED" | "FAILED";
            /** @enum {string|null} */
            lockReason: "CRITERIA_MATCH" | "FALLBACK_COMMERCE_REP" | "FALLBACK_OWNER" | "MANUAL_ASSIGNMENT" | null;
            firstName: string | null;
            lastName: string | null;
            errorMessage: string | null;
        };
        ActivityAttributeResponse: {
            /** @description Any JSON value. */
            value: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @enum {string} */
            resolutionStatus: "PENDING" | "RESOLVED" | "FAILED" | "FALLBACK";
            key: string;
        };
        ActivityResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "TASK" | "MESSAGE";
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /** @enum {string} */
            status: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED";
            /** @enum {string} */
            origin: "API" | "ACTION" | "RECURRING" | "REDRIVE";
            /** @description Null for an action without a store. */
            commerceAssignment: components["schemas"]["CommerceAssignmentResponse"] | null;
            /** @description Null for a MESSAGE. */
            taskDetails: components["schemas"]["TaskDetailsResponse"] | null;
            /** Format: date-time */
            scheduledAt: string;
            /** Format: double */
            score: number;
            targetCriteria: components["schemas"]["TargetCriterionResponse"][] | null;
            /**
             * @description What is left out here, as it would make the list larger than some megabytes; the activity by its id has it. Absent
             *     where nothing is.
             */
            cut?: ("attributes" | "metadata")[];
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description The dispatch config of the last attempt.
             */
            dispatchConfigId: string | null;
            /**
             * Format: date-time
             * @description When it is next tried; null when it is queued, in flight or past sending.
             */
            nextAttemptAt: string | null;
            /** @description Why its last attempt or its resolution failed. */
            lastError: components["schemas"]["LastErrorResponse"] | null;
            /**
             * Format: uuid
             * @description The FAILED activity that this one repeats.
             */
            retryOf: string | null;
            /**
             * Format: uuid
             * @description The latest activity that repeats this one.
             */
            redrivenAs: string | null;
            /**
             * Format: uuid
             * @description The activity whose result asked for this one.
             */
            followUpOf: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            reason: string;
            idempotencyKey: string;
            suggestedExecutionTime: string | null;
            userStatus: string | null;
            targetUsers: components["schemas"]["TargetUserResponse"][];
            attributes: components["schemas"]["ActivityAttributeResponse"][];
            /** @description The provider code of the last attempt. */
            provider: string | null;
            /** @description The provider's own id of it. */
            providerActivityId: string | null;
            dispatchAttemptCount: number;
        };
        CreateTaskRequest: {
            /**
             * Format: double
             * @description Among due activities a higher score is sent first; 0 unless told.
             */
            score?: number | null;
            /**
             * @description What it is for.
             * @example send_reminder
             */
            reason: string;
            /**
             * @example WHATSAPP
             * @enum {string}
             */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /**
             * Format: uuid
             * @description The store, by id; or give commerceExternalId.
             */
            commerceId?: string | null;
            /**
             * @description The store, by your own id.
             * @example STORE-1
             */
            commerceExternalId?: string | null;
            /**
             * Format: date-time
             * @description When to send it; in the past, or left out = now.
             * @example 2026-01-31T09:30:00.000Z
             */
            scheduledAt?: string | null;
            /**
             * @description When it should best be carried out, for the provider: a timestamp or a time of day.
             * @example 10:30
             */
            suggestedExecutionTime?: string | null;
            userStatus?: string | null;
            /** @description Why it was given to this store. */
            assignmentReason?: string | null;
            /** @description Whom it addresses; replaces the configured criteria. */
            targetCriteria?: components["schemas"]["TargetCriterionRequest"][] | null;
            /** @description Attributes to be found by their policy, such as `commerce_info`. */
            attributeKeys?: string[] | null;
            /**
             * @example [
             *       {
             *         "key": "discount",
             *         "value": "15%"
             *       }
             *     ]
             */
            attributes?: components["schemas"]["AttributeRequest"][] | null;
            /**
             * @description Labels; any JSON object, handed on to the provider.
             * @example {
             *       "campaign": "spring"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: uuid
             * @description The route, by id; TASK only, and required there, or give assignedRouteExternalId.
             */
            assignedRouteId?: string | null;
            /**
             * Format: uuid
             * @description The operator, by id; TASK only, and required there, or give assignedOperatorExternalId.
             */
            assignedOperatorId?: string | null;
            /**
             * @description TASK; may be left out.
             * @enum {string}
             */
            type?: "TASK";
            /**
             * @description As of any activity: unique in the tenant, required here or as the `Idempotency-Key` header.
             * @example order-4711-visit
             */
            idempotencyKey?: string;
            /**
             * @description The route, by your own id; or give assignedRouteId.
             * @example ROUTE-1
             */
            assignedRouteExternalId?: string | null;
            /**
             * @description The operator, by your own id; or give assignedOperatorId.
             * @example OP-1
             */
            assignedOperatorExternalId?: string | null;
        };
        BulkCreateRequest: {
            /** @description Each is checked apart: a bad one is answered as invalid and keeps no other from being created. */
            activities: components["schemas"]["CreateActivityRequest"][];
        };
        BulkErrorResponse: {
            /**
             * @example VALIDATION_FAILED
             * @enum {string}
             */
            code: "NOT_READY" | "VALIDATION_FAILED" | "MALFORMED_JSON" | "MALFORMED_REQUEST" | "INVALID_CURSOR" | "SEARCH_TOO_BROAD" | "INVALID_RULE" | "BLOCKED_ADDRESS" | "CREDENTIALS_REQUIRED" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "REQUEST_TIMEOUT" | "CONFLICT" | "INVALID_TRANSITION" | "IN_FLIGHT" | "RESOLUTION_FAILED" | "NOT_DISPATCHED" | "RESULT_ALREADY_FINAL" | "AMBIGUOUS_PROVIDER_ID" | "TENANT_PAUSED" | "PROVIDER_PAUSED" | "PROVIDER_DOWN" | "PROVIDER_MISCONFIGURED" | "INVALID_STATE" | "LIMIT_REACHED" | "SUPPRESSED_BY_RULE" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "EXPECTATION_FAILED" | "IDEMPOTENCY_KEY_REUSED" | "RATE_LIMITED" | "HEADERS_TOO_LARGE" | "INTERNAL" | "OVERLOADED";
            /** @description As when it is sent alone; the item as a whole goes by its place, such as `activities[3]`. */
            details: ({
                [key: string]: unknown;
            }[] | {
                [key: string]: unknown;
            }) | null;
            message: string;
        };
        BulkResultResponse: {
            /** @enum {string} */
            status: "created" | "duplicate" | "invalid";
            activity: components["schemas"]["ActivityResponse"] | null;
            error: components["schemas"]["BulkErrorResponse"] | null;
            /** @description Place in the request, from 0. */
            index: number;
        };
        BulkCreateResponse: {
            /** @description One for each activity of the request, in its order. */
            results: components["schemas"]["BulkResultResponse"][];
        };
        WaitingForConfigResponse: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        WaitingForResponse: {
            /** @enum {string} */
            reason: "SCHEDULE" | "RETRY" | "IN_FLIGHT" | "PROVIDER_PAUSED" | "PROVIDER_DOWN" | "PROVIDER_MISCONFIGURED" | "RATE_LIMIT" | "TENANT_PAUSED" | "QUEUE";
            /**
             * Format: date-time
             * @description When it is next due; null where unknown.
             */
            until: string | null;
            /** @description The dispatch config that is the cause, where one is. */
            config: components["schemas"]["WaitingForConfigResponse"] | null;
        };
        ListedActivityResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "TASK" | "MESSAGE";
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /** @enum {string} */
            status: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED";
            /** @enum {string} */
            origin: "API" | "ACTION" | "RECURRING" | "REDRIVE";
            /** @description Null for an action without a store. */
            commerceAssignment: components["schemas"]["CommerceAssignmentResponse"] | null;
            /** @description Null for a MESSAGE. */
            taskDetails: components["schemas"]["TaskDetailsResponse"] | null;
            /** Format: date-time */
            scheduledAt: string;
            /** Format: double */
            score: number;
            targetCriteria: components["schemas"]["TargetCriterionResponse"][] | null;
            /**
             * @description What is left out here, as it would make the list larger than some megabytes; the activity by its id has it. Absent
             *     where nothing is.
             */
            cut?: ("attributes" | "metadata")[];
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description The dispatch config of the last attempt.
             */
            dispatchConfigId: string | null;
            /**
             * Format: date-time
             * @description When it is next tried; null when it is queued, in flight or past sending.
             */
            nextAttemptAt: string | null;
            /** @description Why its last attempt or its resolution failed. */
            lastError: components["schemas"]["LastErrorResponse"] | null;
            /**
             * Format: uuid
             * @description The FAILED activity that this one repeats.
             */
            retryOf: string | null;
            /**
             * Format: uuid
             * @description The latest activity that repeats this one.
             */
            redrivenAs: string | null;
            /**
             * Format: uuid
             * @description The activity whose result asked for this one.
             */
            followUpOf: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description With `include=waitingFor`: why a READY activity was not sent yet; null otherwise. */
            waitingFor?: components["schemas"]["WaitingForResponse"] | null;
            reason: string;
            idempotencyKey: string;
            suggestedExecutionTime: string | null;
            userStatus: string | null;
            targetUsers: components["schemas"]["TargetUserResponse"][];
            attributes: components["schemas"]["ActivityAttributeResponse"][];
            /** @description The provider code of the last attempt. */
            provider: string | null;
            /** @description The provider's own id of it. */
            providerActivityId: string | null;
            dispatchAttemptCount: number;
        };
        ActivitiesMetaResponse: {
            /**
             * @description What the search text was found to be; null without a search, and when nothing was found.
             * @enum {string|null}
             */
            matchedBy: "id" | "idempotencyKey" | "providerActivityId" | "commerce" | "reason" | null;
            /** @description Whether there are more than `total`. */
            totalIsCapped: boolean;
            /** @description Null when the list was read by cursor. */
            page: number | null;
            /** @example 25 */
            limit: number;
            /** @description How many items all pages have; null when the list was read by cursor, or nobody wants to know. */
            total: number | null;
            /** @description Null where the total is. */
            totalPages: number | null;
        };
        RedriveFilterRequest: {
            /** @description Members of the metadata; in a query each is given as `label.<key>=<value>`. Other values than texts are compared as JSON. */
            label?: {
                [key: string]: string;
            };
            /** @description One of these types. */
            type?: ("TASK" | "MESSAGE")[];
            /** @description One of these channels. */
            channel?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[];
            /**
             * Format: uuid
             * @description Of this store, by id.
             */
            commerceId?: string;
            /** @description Of this store, by your own id. */
            commerceExternalId?: string;
            /**
             * Format: uuid
             * @description Of this operator.
             */
            operatorId?: string;
            /**
             * Format: uuid
             * @description On this route.
             */
            routeId?: string;
            /**
             * Format: uuid
             * @description The dispatch config that was tried last.
             */
            dispatchConfigId?: string;
            /**
             * @description Code of the last error.
             * @example [
             *       "PROVIDER_REJECTED"
             *     ]
             */
            errorCode?: string[];
            /** @description The whole reason. */
            reason?: string;
            /**
             * @description Code of the provider that was tried last.
             * @example MOCK
             */
            provider?: string;
            /** @description Made in one of these ways. */
            origin?: ("API" | "ACTION" | "RECURRING" | "REDRIVE")[];
            /**
             * Format: date-time
             * @description Due then or later.
             */
            scheduledFrom?: string;
            /**
             * Format: date-time
             * @description Due then or earlier.
             */
            scheduledTo?: string;
            /**
             * Format: date-time
             * @description Created then or later.
             */
            createdFrom?: string;
            /**
             * Format: date-time
             * @description Created then or earlier.
             */
            createdTo?: string;
            /**
             * @description An activity's id, idempotency key or provider's id (whole), or part of its store's externalId or name, or of its reason, in
             *     any case. What is found first, in this order, answers alone; `meta.matchedBy` tells by what. Reasons are looked at
             *     within createdFrom and createdTo, or of the last 30 days.
             */
            search?: string;
            /** @description What is redriven in any case. */
            status?: "FAILED"[];
        };
        RedriveRequest: {
            /**
             * Format: double
             * @description Spreads the copies of this call over time, from `startAt` on; all are due then unless told.
             */
            ratePerSecond?: number;
            /** @description FAILED activities; others among them are passed over. Give ids or filter. */
            ids?: string[];
            /**
             * @description All FAILED activities that match.
             * @example {
             *       "channel": [
             *         "WHATSAPP"
             *       ]
             *     }
             */
            filter?: components["schemas"]["RedriveFilterRequest"];
            /**
             * @description Only count what would be redriven.
             * @example true
             */
            dryRun?: boolean;
            /** @description How many copies this call makes at most; 1,000 unless told. Call again while `remaining` is not 0. */
            limit?: number;
            /**
             * Format: date-time
             * @description When the first copy is due; now unless told, or in the past.
             * @example 2026-01-31T09:30:00.000Z
             */
            startAt?: string;
            /**
             * @description Also those that were redriven before; false unless told. The same ids or filter go on with what they have not repeated
             *     within the hour, and once all is repeated, begin anew.
             */
            includeRedriven?: boolean;
        };
        RedriveResponse: {
            /**
             * @description How many of them have each `lastError.code`; NONE are those without one, as a result ended them.
             * @example {
             *       "PROVIDER_REJECTED": 30,
             *       "TIMEOUT": 5
             *     }
             */
            byErrorCode: {
                [key: string]: number;
            };
            /** @description In a dry run the newest of them, 5 at most; empty otherwise. */
            sample: components["schemas"]["ActivityResponse"][];
            /** @description The copies, in no particular order. */
            activityIds: string[];
            /** @description How many FAILED activities were found to redrive; those that had been redriven only with `includeRedriven`. */
            matched: number;
            /** @description How many copies were made of them; 0 in a dry run. */
            created: number;
            /** @description How many of those asked for by id had been redriven before and were passed over. */
            alreadyRedriven: number;
            /** @description How many of those found are left for further calls with the same ids or filter. */
            remaining: number;
        };
        ActivityDetailResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "TASK" | "MESSAGE";
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /** @enum {string} */
            status: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED";
            /** @enum {string} */
            origin: "API" | "ACTION" | "RECURRING" | "REDRIVE";
            /** @description Null for an action without a store. */
            commerceAssignment: components["schemas"]["CommerceAssignmentResponse"] | null;
            /** @description Null for a MESSAGE. */
            taskDetails: components["schemas"]["TaskDetailsResponse"] | null;
            /** Format: date-time */
            scheduledAt: string;
            /** Format: double */
            score: number;
            targetCriteria: components["schemas"]["TargetCriterionResponse"][] | null;
            /**
             * @description What is left out here, as it would make the list larger than some megabytes; the activity by its id has it. Absent
             *     where nothing is.
             */
            cut?: ("attributes" | "metadata")[];
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description The dispatch config of the last attempt.
             */
            dispatchConfigId: string | null;
            /**
             * Format: date-time
             * @description When it is next tried; null when it is queued, in flight or past sending.
             */
            nextAttemptAt: string | null;
            /** @description Why its last attempt or its resolution failed. */
            lastError: components["schemas"]["LastErrorResponse"] | null;
            /**
             * Format: uuid
             * @description The FAILED activity that this one repeats.
             */
            retryOf: string | null;
            /**
             * Format: uuid
             * @description The latest activity that repeats this one.
             */
            redrivenAs: string | null;
            /**
             * Format: uuid
             * @description The activity whose result asked for this one.
             */
            followUpOf: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description Why a READY activity was not sent yet; null otherwise. */
            waitingFor: components["schemas"]["WaitingForResponse"] | null;
            /**
             * @description By which dispatch config it would be sent now, while it is still to be sent; later, by which it was tried last. Null
             *     where no config can be used, and where that one was deleted.
             */
            dispatchConfig: components["schemas"]["ChosenConfigResponse"] | null;
            reason: string;
            idempotencyKey: string;
            suggestedExecutionTime: string | null;
            userStatus: string | null;
            targetUsers: components["schemas"]["TargetUserResponse"][];
            attributes: components["schemas"]["ActivityAttributeResponse"][];
            /** @description The provider code of the last attempt. */
            provider: string | null;
            /** @description The provider's own id of it. */
            providerActivityId: string | null;
            dispatchAttemptCount: number;
        };
        StatusEventResponse: {
            /**
             * @description Null for the creation.
             * @enum {string|null}
             */
            fromStatus: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED" | null;
            /** @enum {string} */
            toStatus: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED";
            /**
             * @description Of the attempt.
             * @enum {string|null}
             */
            disposition: "ACCEPTED" | "RETRY" | "REJECTED" | "MISCONFIGURED" | "UNCERTAIN" | null;
            /** Format: date-time */
            occurredAt: string;
            /**
             * @description What caused it.
             * @example ACCEPTED
             */
            trigger: string;
            /**
             * @description Who caused it: `key:` and the visible prefix of an API key, `platform`, or `dispatcher`.
             * @example dispatcher
             */
            actor: string | null;
            /** @description The attempt that caused it. */
            attempt: number | null;
            /** @example PROVIDER_REJECTED */
            errorCode: string | null;
            /** @description The provider's own code. */
            providerErrorCode: string | null;
            message: string | null;
        };
        AttemptResponse: {
            /** @enum {string} */
            outcome: "SUCCESS" | "FAILURE";
            /** Format: uuid */
            dispatchConfigId: string | null;
            /** Format: date-time */
            startedAt: string;
            /**
             * @description What followed from it; null for an attempt of version 0.1.
             * @enum {string|null}
             */
            disposition: "ACCEPTED" | "RETRY" | "REJECTED" | "MISCONFIGURED" | "UNCERTAIN" | null;
            /** @description From 1. */
            number: number;
            /**
             * @description False for a probe of a provider that was down and where the account was wrong: it used up no attempt, and its number
             *     is given again.
             */
            counted: boolean;
            /** @description Provider code. */
            provider: string | null;
            durationMs: number;
            httpStatus: number | null;
            /** @description One of the dispatch error codes of `docs/errors.md`; null when the provider accepted. */
            errorCode: string | null;
            /** @description The provider's own code. */
            providerErrorCode: string | null;
            message: string | null;
            providerActivityId: string | null;
            /** @description What the provider answered, cut at 20,000 characters. */
            responseBody: string | null;
        };
        AttributeResponse: {
            /** @description Any JSON value. */
            value: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @description Any JSON value. */
            fallback: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @enum {string} */
            strategy: "UPFRONT" | "ON_DISPATCH" | "CALLER_PROVIDED";
            /** @enum {string} */
            resolver: "INTERNAL_SERVICE" | "CLIENT_HOOK" | "CALLER_PROVIDED";
            /** @enum {string} */
            resolutionStatus: "PENDING" | "RESOLVED" | "FAILED" | "FALLBACK";
            /** Format: date-time */
            updatedAt: string;
            key: string;
            errorMessage: string | null;
        };
        RescheduleActivityRequest: {
            /** Format: double */
            score?: number;
            /**
             * Format: date-time
             * @description In the past = now.
             * @example 2026-01-31T09:30:00.000Z
             */
            scheduledAt?: string;
            /**
             * @description A timestamp or a time of day.
             * @example 10:30
             */
            suggestedExecutionTime?: string | null;
        };
        AssignTargetUserRequest: {
            /**
             * Format: uuid
             * @description A user of the activity's store.
             * @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a
             */
            commerceUserId: string;
        };
        TaskResultRequest: {
            /**
             * @description The result's type code.
             * @example COME_BACK
             */
            result?: string | null;
            comment?: string | null;
            /** @enum {string|null} */
            contactType?: "INBOUND" | "OUTBOUND" | null;
            operatorExternalId?: string | null;
            /** Format: date-time */
            futureScheduledAt?: string | null;
            /** @description Any JSON object. */
            payload?: {
                [key: string]: unknown;
            } | null;
        };
        SubmitResultRequest: {
            /** @description Any JSON value, kept to the letter: every digit, the order and duplicates of keys. */
            rawPayload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * Format: uuid
             * @description Wins over providerActivityId. Without either the result is the store's alone.
             */
            activityId?: string | null;
            /** @description The id the provider gave it. */
            providerActivityId?: string | null;
            /**
             * Format: uuid
             * @description The dispatch config whose provider gave that id; needed where several accounts number alike.
             */
            dispatchConfigId?: string | null;
            /**
             * @description The activity's store, which must agree; where the result stands when no activity is found.
             * @example STORE-1
             */
            commerceExternalId?: string | null;
            /**
             * Format: date-time
             * @description Now, unless told.
             */
            occurredAt?: string | null;
            /**
             * @description PENDING changes nothing; the others are terminal.
             * @example COMPLETED
             * @enum {string}
             */
            status: "PENDING" | "COMPLETED" | "NOT_EXECUTED" | "CANCELED" | "TRANSFERRED";
            externalStatus?: string | null;
            /** @description Replace a terminal result, and with it the outcome of a final activity. */
            hardOverride?: boolean | null;
            /**
             * @example {
             *       "result": "COME_BACK",
             *       "comment": "closed today"
             *     }
             */
            taskResult?: components["schemas"]["TaskResultRequest"] | null;
            /** @description Flat form of taskResult.result. */
            resultTypeCode?: string | null;
            /** @description Flat form of taskResult.comment. */
            comment?: string | null;
            /**
             * @description Flat form of taskResult.contactType.
             * @enum {string|null}
             */
            contactDirection?: "INBOUND" | "OUTBOUND" | null;
            /** @description Flat form of taskResult.operatorExternalId. */
            operatorExternalId?: string | null;
            /**
             * Format: date-time
             * @description Flat form of taskResult.futureScheduledAt.
             */
            futureScheduledAt?: string | null;
            /** @description Flat form of taskResult.payload. */
            payload?: {
                [key: string]: unknown;
            } | null;
        };
        TaskResultResponse: {
            /** @enum {string|null} */
            contactType: "INBOUND" | "OUTBOUND" | null;
            /** Format: date-time */
            futureScheduledAt: string | null;
            payload: {
                [key: string]: unknown;
            } | null;
            result: string | null;
            comment: string | null;
            operatorExternalId: string | null;
        };
        ResultResponse: {
            /** Format: uuid */
            id: string;
            /**
             * @description LINKED to an activity, or STANDALONE on a commerce.
             * @enum {string}
             */
            kind: "LINKED" | "STANDALONE";
            /**
             * @description HELD: applied once the call under way has settled. REPLACED: a later one counts.
             * @enum {string}
             */
            state: "HELD" | "APPLIED" | "REPLACED";
            /** Format: uuid */
            activityId: string | null;
            /** Format: uuid */
            commerceId: string | null;
            /** @enum {string} */
            status: "PENDING" | "COMPLETED" | "NOT_EXECUTED" | "CANCELED" | "TRANSFERRED";
            /** Format: date-time */
            occurredAt: string;
            /** @description As it was sent, to the letter. */
            rawPayload: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @description What is left out here, as it would make the list larger than some megabytes; the result by its id has it. Absent
             *     where nothing is.
             */
            cut?: ("rawPayload" | "taskResult.payload")[];
            /**
             * Format: uuid
             * @description The activity that was made because of it.
             */
            followUpActivityId: string | null;
            /** Format: date-time */
            createdAt: string;
            providerActivityId: string | null;
            externalStatus: string | null;
            hardOverride: boolean;
            taskResult: components["schemas"]["TaskResultResponse"];
        };
        BulkResultsRequest: {
            /** @description Each is checked and applied apart: a bad one is answered as invalid and rejects no other. */
            results: components["schemas"]["SubmitResultRequest"][];
        };
        BulkResultItemResponse: {
            /**
             * @description applied: taken, a PENDING one too. held: applied once the call under way has settled. standalone: on its commerce.
             * @enum {string}
             */
            status: "applied" | "held" | "standalone" | "invalid";
            result: components["schemas"]["ResultResponse"] | null;
            error: components["schemas"]["BulkErrorResponse"] | null;
            /** @description Place in the request, from 0. */
            index: number;
        };
        BulkResultsResponse: {
            /** @description One for each result of the request, in its order. */
            results: components["schemas"]["BulkResultItemResponse"][];
        };
        CountedMetaResponse: {
            /** @description Null when the list was read by cursor. */
            page: number | null;
            /** @example 25 */
            limit: number;
            /** @description How many items all pages have; null when the list was read by cursor, or nobody wants to know. */
            total: number | null;
            /** @description Null where the total is. */
            totalPages: number | null;
            /** @description Whether there are more than `total`. */
            totalIsCapped: boolean;
        };
        FieldResultRequest: {
            /** @description Any JSON value, kept to the letter: every digit, the order and duplicates of keys. */
            rawPayload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * Format: uuid
             * @description Wins over providerActivityId. Without either the result is the store's alone.
             */
            activityId?: string | null;
            /** @description The id the provider gave it. */
            providerActivityId?: string | null;
            /**
             * Format: uuid
             * @description The dispatch config whose provider gave that id; needed where several accounts number alike.
             */
            dispatchConfigId?: string | null;
            /**
             * @description The activity's store, which must agree; where the result stands when no activity is found.
             * @example STORE-1
             */
            commerceExternalId?: string | null;
            /**
             * Format: date-time
             * @description Now, unless told.
             */
            occurredAt?: string | null;
            externalStatus?: string | null;
            /** @description Replace a terminal result, and with it the outcome of a final activity. */
            hardOverride?: boolean | null;
            /**
             * @example {
             *       "result": "COME_BACK",
             *       "comment": "closed today"
             *     }
             */
            taskResult?: components["schemas"]["TaskResultRequest"] | null;
            /** @description Flat form of taskResult.result. */
            resultTypeCode?: string | null;
            /** @description Flat form of taskResult.comment. */
            comment?: string | null;
            /**
             * @description Flat form of taskResult.contactType.
             * @enum {string|null}
             */
            contactDirection?: "INBOUND" | "OUTBOUND" | null;
            /** @description Flat form of taskResult.operatorExternalId. */
            operatorExternalId?: string | null;
            /**
             * Format: date-time
             * @description Flat form of taskResult.futureScheduledAt.
             */
            futureScheduledAt?: string | null;
            /** @description Flat form of taskResult.payload. */
            payload?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description EFFECTIVE is kept as COMPLETED, NOT_EFFECTIVE as NOT_EXECUTED; PENDING changes nothing.
             * @example EFFECTIVE
             * @enum {string}
             */
            status: "EFFECTIVE" | "NOT_EFFECTIVE" | "PENDING";
        };
        ImportResponse: {
            created: number;
            updated: number;
            unchanged: number;
            /** @description Only with `replace`. */
            deleted: number;
        };
        EvaluatedActionRequest: {
            /** @description Any JSON value; null unless told. */
            payload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @description Flat, or under `labels`.
             * @example {
             *       "priority": "low"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            id?: string | null;
            /** @description `default` unless told. */
            namespace?: string | null;
            /** @description The code of your tenant unless told. */
            tenant?: string | null;
            /**
             * @description Null unless told.
             * @example email
             */
            provider?: string | null;
            /**
             * @description Null unless told.
             * @example send_reminder
             */
            actionType?: string | null;
            /** @description The time that the action asks for itself. */
            delaySeconds?: number | null;
            /**
             * Format: date-time
             * @description The same as a moment.
             */
            scheduledAt?: string | null;
        };
        EvaluateRulesRequest: {
            action: components["schemas"]["EvaluatedActionRequest"];
            /**
             * Format: date-time
             * @description The moment to judge it at; now unless told.
             */
            at?: string;
            /** @description Asks disabled rules as if they were enabled. */
            includeDisabled?: boolean;
        };
        MatchedRuleResponse: {
            /** Format: uuid */
            id: string | null;
            name: string;
            priority: number;
        };
        RuleTraceResponse: {
            /** Format: uuid */
            ruleId: string | null;
            /**
             * @description FAILED: the rule could not be evaluated on this action, which counts as no match.
             * @enum {string}
             */
            outcome: "MATCHED" | "NOT_MATCHED" | "FAILED" | "DISABLED";
            verdict: {
                [key: string]: unknown;
            } | null;
            rule: string;
            priority: number;
            /** @description Why it failed. */
            error: string | null;
            /** @description The CEL expression that was evaluated. */
            expression: string;
        };
        EvaluationResponse: {
            /** @description `{ "type": "schedule", "delaySeconds": 3600 }`; allow when no rule matches. */
            verdict: {
                [key: string]: unknown;
            };
            matchedRule: components["schemas"]["MatchedRuleResponse"] | null;
            /** @description What each rule said, in the order in which they were asked, up to the first match. */
            trace: components["schemas"]["RuleTraceResponse"][];
            /** Format: date-time */
            evaluatedAt: string;
            /**
             * Format: date-time
             * @description When the action would be sent, if a rule or the action itself puts it off.
             */
            scheduledFor: string | null;
        };
        CreateRuleRequest: {
            /**
             * @description A condition such as `{ "field": "action.provider", "eq": "email" }`, or a CEL expression.
             * @example {
             *       "field": "action.action_type",
             *       "eq": "send_reminder"
             *     }
             */
            condition: {
                [key: string]: unknown;
            } | string;
            /**
             * @description What a match means; absent when the CEL expression itself yields the verdict.
             * @example {
             *       "type": "schedule",
             *       "delaySeconds": 3600
             *     }
             */
            action?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Unique in the tenant.
             * @example Reminders wait an hour
             */
            name: string;
            /** @description Lower first, from -1000000 to 1000000; of the same priority, by name. 0 unless told. */
            priority?: number;
            /** @description True unless told. */
            enabled?: boolean;
            /** @description IANA name of the zone that `time` is in; null: the tenant’s. */
            timezone?: string | null;
            description?: string | null;
        };
        RuleResponse: {
            /** Format: uuid */
            id: string;
            condition: {
                [key: string]: unknown;
            } | string;
            /** @description Null: the condition itself yields the verdict. */
            action: {
                [key: string]: unknown;
            } | null;
            name: string;
            priority: number;
            enabled: boolean;
            timezone: string | null;
            description: string | null;
            /** @description Goes up by one with every change. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        RuleVersionResponse: {
            /** @enum {string} */
            change: "CREATED" | "CHANGED" | "DELETED";
            /** @description The rule as it was saved. */
            rule: {
                [key: string]: unknown;
            };
            version: number;
            /** @description `key:erk_…` or `platform`. */
            actor: string;
            /** Format: date-time */
            createdAt: string;
        };
        UpdateRuleRequest: {
            /**
             * @description A condition such as `{ "field": "action.provider", "eq": "email" }`, or a CEL expression.
             * @example {
             *       "field": "action.action_type",
             *       "eq": "send_reminder"
             *     }
             */
            condition?: {
                [key: string]: unknown;
            } | string;
            /**
             * @description What a match means; absent when the CEL expression itself yields the verdict.
             * @example {
             *       "type": "schedule",
             *       "delaySeconds": 3600
             *     }
             */
            action?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Unique in the tenant.
             * @example Reminders wait an hour
             */
            name?: string;
            /** @description Lower first, from -1000000 to 1000000; of the same priority, by name. 0 unless told. */
            priority?: number;
            /** @description True unless told. */
            enabled?: boolean;
            /** @description IANA name of the zone that `time` is in; null: the tenant’s. */
            timezone?: string | null;
            description?: string | null;
        };
        GatewayRuleResponse: {
            /** @example delay-send-reminder */
            name: string;
            priority: number;
            enabled: boolean;
            description: string | null;
        };
        SwitchRuleRequest: {
            /** @example false */
            enabled: boolean;
        };
        SwitchedRuleResponse: {
            /** @enum {string} */
            status: "updated";
            /** @example delay-send-reminder */
            name: string;
            /** @example false */
            enabled: boolean;
        };
        ReloadedRulesResponse: {
            /** @description Always null: rules are kept in the database. */
            directory: string | null;
            /** @description How many rules are in force. */
            reloaded: number;
            /** @description The same. */
            loaded: number;
            /**
             * @description Rules that today’s limits refuse; they fail where they are asked.
             * @example []
             */
            errors: string[];
        };
        JudgeActionRequest: {
            /**
             * @description Any JSON. The provider gets an object’s members as `attributes`, anything else as the attribute `payload`.
             * @example {
             *       "to": "ana@store.example"
             *     }
             */
            payload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @description Flat, or under `labels`.
             * @example {
             *       "priority": "low"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** @description Ignored: no rule here has a state of its own. */
            mock_state?: {
                [key: string]: unknown;
            } | null;
            /** @description Asks disabled rules as if they were enabled. */
            include_disabled?: boolean | null;
            /** @description Asks the rules after the first match too; it decides all the same. */
            evaluate_all?: boolean | null;
            /**
             * Format: date-time
             * @description The moment to judge it at; now unless told.
             */
            evaluate_at?: string | null;
            /**
             * @description Yours. Asked again with the same content, it answers what became of the first.
             * @example action-4711
             */
            id?: string | null;
            /**
             * @description `default` unless told.
             * @example notifications
             */
            namespace?: string | null;
            /** @description Code or id of the tenant; yours, if given. */
            tenant?: string | null;
            /**
             * @description The name of a dispatch config, or the code of a provider.
             * @example email
             */
            provider: string;
            /** @example send_reminder */
            action_type: string;
            /** @description In place of `id` as the key by which repetitions are known. */
            dedup_key?: string | null;
            /** @description Send it so much later, as far ahead as a rule may. */
            delay_seconds?: number | null;
            /**
             * Format: date-time
             * @description Send it then; in the past = now.
             */
            scheduled_at?: string | null;
            /**
             * Format: uuid
             * @description The store it is about, if any.
             */
            commerce_id?: string | null;
            /** @description In place of `commerce_id`. */
            commerce_external_id?: string | null;
        };
        GatewayTraceResponse: {
            /** @enum {string} */
            result: "matched" | "not_matched" | "skipped" | "error";
            /** @enum {string} */
            source: "yaml" | "cel";
            /** @description With `evaluate_all`, of a modify rule that matched: its JSON merge patch. */
            modify_patch: {
                [key: string]: unknown;
            } | null;
            /** @description With `modify_patch`: the payload after it; null once those of a trace are more than 1 MB. */
            modified_payload_preview: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @example delay-send-reminder */
            rule_name: string;
            priority: number;
            enabled: boolean;
            /** @example action.action_type == \\send_reminder\\ */
            condition_display: string;
            evaluation_duration_us: number;
            /**
             * @description The rule’s verdict; `expression` where the condition yields it and did not.
             * @example schedule
             */
            action: string;
            description: string | null;
            skip_reason: string | null;
            error: string | null;
        };
        JudgementContextResponse: {
            /**
             * @example {
             *       "hour": 9,
             *       "weekday": "Monday"
             *     }
             */
            time: {
                [key: string]: unknown;
            };
            /** @example [] */
            environment_keys: string[];
            /** @example [] */
            accessed_state_keys: string[];
            /** @example America/Santiago */
            effective_timezone: string;
        };
        JudgementResponse: {
            /** @description What the provider would get, where a rule modifies it. */
            modified_payload: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * Format: date-time
             * @description When it would be sent, if a rule or the action itself puts it off.
             */
            scheduled_for: string | null;
            /** @example schedule */
            verdict: string;
            /** @example delay-send-reminder */
            matched_rule: string | null;
            /** @example false */
            has_errors: boolean;
            total_rules_evaluated: number;
            total_rules_skipped: number;
            evaluation_duration_us: number;
            trace: components["schemas"]["GatewayTraceResponse"][];
            context: components["schemas"]["JudgementContextResponse"];
        };
        ProviderAnswerResponse: {
            /** @enum {string} */
            status: "success";
            /**
             * @description What the provider answered: JSON as JSON, anything else as text.
             * @example {
             *       "id": "p-4711"
             *     }
             */
            body: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @description Always empty.
             * @example {}
             */
            headers: {
                [key: string]: string;
            };
        };
        ExecutedResponse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "executed";
            Executed: components["schemas"]["ProviderAnswerResponse"];
        };
        ScheduledForResponse: {
            /** Format: uuid */
            action_id: string;
            /** Format: date-time */
            scheduled_for: string;
        };
        ScheduledResponse: {
            /** Format: uuid */
            action_id: string;
            /** Format: date-time */
            scheduled_for: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "scheduled";
            Scheduled: components["schemas"]["ScheduledForResponse"];
            /** @description Only while scheduled actions are switched off: false. */
            dispatching?: boolean;
            /** @description With `dispatching`: what that means. */
            warning?: string;
        };
        ReroutedAnswerResponse: {
            /** @example email */
            original_provider: string;
            /** @example backup */
            new_provider: string;
            response: components["schemas"]["ProviderAnswerResponse"];
        };
        ReroutedResponse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "rerouted";
            Rerouted: components["schemas"]["ReroutedAnswerResponse"];
        };
        SuppressionResponse: {
            /** @example no-reminders-on-sunday */
            rule: string;
        };
        SuppressedResponse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "suppressed";
            Suppressed: components["schemas"]["SuppressionResponse"];
        };
        DeduplicatedResponse: {
            /** @description Always null. */
            Deduplicated: {
                [key: string]: unknown;
            } | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "deduplicated";
        };
        DurationResponse: {
            /** @example 59 */
            secs: number;
            /** @example 250000000 */
            nanos: number;
        };
        ThrottleResponse: {
            retry_after: components["schemas"]["DurationResponse"];
        };
        ThrottledResponse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "throttled";
            Throttled: components["schemas"]["ThrottleResponse"];
        };
        FailureResponse: {
            /** @example EXECUTION_FAILED */
            code: string;
            /** @example HTTP 422: no such number */
            message: string;
            /** @description Whether the same, asked anew under another id, might be done. */
            retryable: boolean;
            /** @example 3 */
            attempts: number;
        };
        FailedResponse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "failed";
            Failed: components["schemas"]["FailureResponse"];
        };
        WouldResponse: {
            /**
             * Format: date-time
             * @description Only if it would be put off.
             */
            scheduled_for?: string;
            /** @example schedule */
            verdict: string;
            /** @example delay-send-reminder */
            matched_rule: string | null;
            /** @example email */
            would_be_provider: string;
        };
        DryRunResponse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "dry_run";
            DryRun: components["schemas"]["WouldResponse"];
        };
        ActionRequest: {
            /**
             * @description Any JSON. The provider gets an object’s members as `attributes`, anything else as the attribute `payload`.
             * @example {
             *       "to": "ana@store.example"
             *     }
             */
            payload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @description Flat, or under `labels`.
             * @example {
             *       "priority": "low"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Yours. Asked again with the same content, it answers what became of the first.
             * @example action-4711
             */
            id?: string | null;
            /**
             * @description `default` unless told.
             * @example notifications
             */
            namespace?: string | null;
            /** @description Code or id of the tenant; yours, if given. */
            tenant?: string | null;
            /**
             * @description The name of a dispatch config, or the code of a provider.
             * @example email
             */
            provider: string;
            /** @example send_reminder */
            action_type: string;
            /** @description In place of `id` as the key by which repetitions are known. */
            dedup_key?: string | null;
            /** @description Send it so much later, as far ahead as a rule may. */
            delay_seconds?: number | null;
            /**
             * Format: date-time
             * @description Send it then; in the past = now.
             */
            scheduled_at?: string | null;
            /**
             * Format: uuid
             * @description The store it is about, if any.
             */
            commerce_id?: string | null;
            /** @description In place of `commerce_id`. */
            commerce_external_id?: string | null;
        };
        ItemErrorResponse: {
            /** @example VALIDATION_FAILED */
            code: string;
            /** @example action_type must be a string */
            message: string;
            /** @example false */
            retryable: boolean;
        };
        RefusedResponse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "error";
            error: components["schemas"]["ItemErrorResponse"];
        };
        ActionErrorResponse: {
            /** @description As in `docs/errors.md`. */
            code: string;
            message: string;
        };
        ScheduledActionResponse: {
            /** @description As it was sent. */
            payload: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            metadata: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status: "scheduled" | "in_flight" | "retrying" | "executed" | "failed" | "canceled" | "unresolved";
            /** @description Why the last attempt failed. */
            last_error: components["schemas"]["ActionErrorResponse"] | null;
            /** @description What `Scheduled` answered; also the id of the activity. */
            action_id: string;
            /** @description The caller’s own. */
            id: string | null;
            namespace: string;
            provider: string;
            action_type: string;
            dedup_key: string | null;
            /** Format: date-time */
            scheduled_for: string;
            /** @description The name of the rule that matched. */
            matched_rule: string | null;
            /** @description What that rule said; it is not asked again. */
            verdict: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            dispatched_at: string | null;
            attempts: number;
        };
        RescheduleActionRequest: {
            /**
             * Format: date-time
             * @description When to send it instead; in the past = now.
             * @example 2026-01-31T09:30:00Z
             */
            scheduled_for: string;
        };
        CreateWebhookRequest: {
            /**
             * @description Your endpoint, http or https.
             * @example https://crm.example.com/errand-events
             */
            url: string;
            /**
             * @description What it is told of.
             * @example [
             *       "activity.completed",
             *       "activity.failed"
             *     ]
             */
            events: ("activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up")[];
            /** @description False: nothing is kept for it until it is made active. True unless told. */
            isActive?: boolean;
        };
        IssuedWebhookResponse: {
            /** Format: uuid */
            id: string;
            events: ("activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up")[];
            /**
             * @description What signs the deliveries, per Standard Webhooks. It is shown this once and cannot be had again.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
            /** @example https://crm.example.com/errand-events */
            url: string;
            /** @description False: nothing new is kept for it, and what waits goes on waiting. */
            isActive: boolean;
            /**
             * Format: date-time
             * @description When the endpoint answered 410 and was made inactive for that; null otherwise.
             */
            disabledAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        WebhookResponse: {
            /** Format: uuid */
            id: string;
            events: ("activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up")[];
            /** @example https://crm.example.com/errand-events */
            url: string;
            /** @description False: nothing new is kept for it, and what waits goes on waiting. */
            isActive: boolean;
            /**
             * Format: date-time
             * @description When the endpoint answered 410 and was made inactive for that; null otherwise.
             */
            disabledAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ChangeWebhookRequest: {
            /**
             * @description Your endpoint, http or https.
             * @example https://crm.example.com/errand-events
             */
            url?: string;
            /**
             * @description What it is told of.
             * @example [
             *       "activity.completed",
             *       "activity.failed"
             *     ]
             */
            events?: ("activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up")[];
            /** @description False: nothing is kept for it until it is made active. True unless told. */
            isActive?: boolean;
        };
        WebhookDeliveryResponse: {
            /**
             * Format: uuid
             * @description Also the `id` of the event and the header `webhook-id`, the same on every attempt.
             */
            id: string;
            /** @enum {string} */
            eventType: "activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up";
            /**
             * Format: uuid
             * @description The activity or the dispatch config.
             */
            subjectId: string;
            /**
             * @description PENDING: not delivered yet. FAILED: given up; resend it.
             * @enum {string}
             */
            status: "PENDING" | "DELIVERED" | "FAILED";
            /** @description Since it came up or was resent. */
            attempts: number;
            /**
             * Format: date-time
             * @description When the last attempt began.
             */
            lastAttemptAt: string | null;
            /** @description Of the last attempt; null when it had no answer. */
            lastHttpStatus: number | null;
            /** @description Why the last attempt failed. */
            lastError: string | null;
            /**
             * Format: date-time
             * @description When it is tried next, or should have ended if it is being sent; null unless PENDING.
             */
            nextAttemptAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: date-time */
            occurredAt: string;
        };
        CreateRecurringRequest: {
            /**
             * @description Any JSON. The provider gets an object’s members as `attributes`, anything else as the attribute `payload`.
             * @example {
             *       "to": "ana@store.example"
             *     }
             */
            payload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @description Flat, or under `labels`.
             * @example {
             *       "priority": "low"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description `default` unless told.
             * @example notifications
             */
            namespace?: string | null;
            /** @description Code or id of the tenant; yours, if given. */
            tenant?: string | null;
            /**
             * @description The name of a dispatch config, or the code of a provider.
             * @example email
             */
            provider: string;
            /** @example send_reminder */
            action_type: string;
            /** @description In place of `id` as the key by which repetitions are known. */
            dedup_key?: string | null;
            /**
             * Format: uuid
             * @description The store it is about, if any.
             */
            commerce_id?: string | null;
            /** @description In place of `commerce_id`. */
            commerce_external_id?: string | null;
            /** @description Yours; nothing is made of them. */
            labels?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description While the activity of the occurrence before is still to be sent: `allow_all` (default) or `skip`.
             * @enum {string|null}
             */
            overlap_policy?: "allow_all" | "allow" | "skip" | "cancel_other" | null;
            /**
             * @description Of what was missed while no dispatcher ran: `fire_once` (default) the last, `skip`, or `fire_all`.
             * @enum {string|null}
             */
            missed_policy?: "fire_once" | "skip" | "fire_all" | null;
            /**
             * @description 5 fields, or 6 with the seconds first.
             * @example 0 9 * * MON-FRI
             */
            cron_expression?: string | null;
            /** @description In place of `cron_expression`. */
            cron_expr?: string | null;
            /**
             * @description IANA time zone; UTC unless told.
             * @example America/Santiago
             */
            timezone?: string | null;
            /** @example Morning reminder */
            name?: string | null;
            description?: string | null;
            /**
             * Format: date-time
             * @description No occurrence after it.
             */
            end_date?: string | null;
            /**
             * Format: date-time
             * @description In place of `end_date`.
             */
            ends_at?: string | null;
            /** @description How often it is fired at most. */
            max_executions?: number | null;
            /** @description False: paused. */
            enabled?: boolean | null;
        };
        RecurringActionResponse: {
            /**
             * @description `completed`: no further occurrence, since its end has come or it was executed often enough.
             * @enum {string}
             */
            status: "active" | "paused" | "completed";
            /** @description As it was sent. */
            payload: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            metadata: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            overlap_policy: "allow_all" | "skip";
            /** @enum {string} */
            missed_policy: "fire_once" | "skip" | "fire_all";
            labels: {
                [key: string]: unknown;
            };
            /**
             * @description What is left out here, as it would make the list larger than some megabytes; the recurring action by its id has it.
             *     Absent where nothing is.
             */
            cut?: ("payload" | "metadata")[];
            id: string;
            name: string | null;
            /**
             * Format: date-time
             * @description Null unless it is active.
             */
            next_execution_at: string | null;
            namespace: string;
            /** @description Code of the tenant. */
            tenant: string;
            provider: string;
            action_type: string;
            dedup_key: string | null;
            commerce_id: string | null;
            commerce_external_id: string | null;
            cron_expr: string;
            timezone: string;
            /** @description False while it is paused. */
            enabled: boolean;
            /** Format: date-time */
            ends_at: string | null;
            max_executions: number | null;
            description: string | null;
            /**
             * Format: date-time
             * @description The time of the last occurrence that was fired in its turn.
             */
            last_executed_at: string | null;
            /** @description How often it was fired in its turn. */
            execution_count: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** @description False while scheduled actions are switched off: occurrences are stored but not sent. */
            dispatching: boolean;
            /** @description Says so in words. */
            warning: string | null;
        };
        RecurringListResponse: {
            recurring_actions: components["schemas"]["RecurringActionResponse"][];
            /** @description How many match, on this page and others. */
            count: number;
        };
        ChangeRecurringRequest: {
            /**
             * @description Any JSON. The provider gets an object’s members as `attributes`, anything else as the attribute `payload`.
             * @example {
             *       "to": "ana@store.example"
             *     }
             */
            payload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @description Flat, or under `labels`.
             * @example {
             *       "priority": "low"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description `default` unless told.
             * @example notifications
             */
            namespace?: string | null;
            /** @description Code or id of the tenant; yours, if given. */
            tenant?: string | null;
            /**
             * @description The name of a dispatch config, or the code of a provider.
             * @example email
             */
            provider?: string;
            /** @example send_reminder */
            action_type?: string;
            /** @description In place of `id` as the key by which repetitions are known. */
            dedup_key?: string | null;
            /**
             * Format: uuid
             * @description The store it is about, if any.
             */
            commerce_id?: string | null;
            /** @description In place of `commerce_id`. */
            commerce_external_id?: string | null;
            /** @description Yours; nothing is made of them. */
            labels?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description While the activity of the occurrence before is still to be sent: `allow_all` (default) or `skip`.
             * @enum {string|null}
             */
            overlap_policy?: "allow_all" | "allow" | "skip" | "cancel_other" | null;
            /**
             * @description Of what was missed while no dispatcher ran: `fire_once` (default) the last, `skip`, or `fire_all`.
             * @enum {string|null}
             */
            missed_policy?: "fire_once" | "skip" | "fire_all" | null;
            /**
             * @description 5 fields, or 6 with the seconds first.
             * @example 0 9 * * MON-FRI
             */
            cron_expression?: string | null;
            /** @description In place of `cron_expression`. */
            cron_expr?: string | null;
            /**
             * @description IANA time zone; UTC unless told.
             * @example America/Santiago
             */
            timezone?: string | null;
            /** @example Morning reminder */
            name?: string | null;
            description?: string | null;
            /**
             * Format: date-time
             * @description No occurrence after it.
             */
            end_date?: string | null;
            /**
             * Format: date-time
             * @description In place of `end_date`.
             */
            ends_at?: string | null;
            /** @description How often it is fired at most. */
            max_executions?: number | null;
            /** @description False: paused. */
            enabled?: boolean | null;
        };
        RecurringScopeRequest: {
            /** @description Its namespace; if given it must be right. */
            namespace?: string | null;
            /** @description Code or id of the tenant. */
            tenant?: string | null;
        };
        BackfillRequest: {
            /** @description Its namespace; if given it must be right. */
            namespace?: string | null;
            /** @description Code or id of the tenant. */
            tenant?: string | null;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Included, as `from` is; what is still to come is left to its time.
             * @example 2026-01-02T00:00:00Z
             */
            to: string;
            /** @default 100 */
            limit?: number;
        };
        OccurrenceResponse: {
            /**
             * @description Fired in its turn, or later by a backfill.
             * @enum {string}
             */
            kind: "scheduled" | "backfill";
            /**
             * @description `fired`: an activity was made of it.
             * @enum {string}
             */
            status: "fired" | "skipped";
            /**
             * @description Why it was skipped.
             * @enum {string|null}
             */
            reason: "overlap" | "missed" | "duplicate" | "provider_not_found" | "commerce_not_found" | "invalid" | null;
            /** Format: date-time */
            scheduled_for: string;
            activity_id: string | null;
            /** Format: date-time */
            created_at: string;
        };
        BackfillResponse: {
            recurring_id: string;
            /** @description How many activities were made. */
            created: number;
            /** @description How many of the window had been fired before. */
            existing: number;
            /**
             * Format: date-time
             * @description Where to go on, when the limit has left some of the window out.
             */
            next_from: string | null;
            /** @description What became of those that had not been fired, oldest first. */
            occurrences: components["schemas"]["OccurrenceResponse"][];
        };
        OccurrenceViewResponse: {
            /**
             * @description Fired in its turn, or later by a backfill.
             * @enum {string}
             */
            kind: "scheduled" | "backfill";
            /**
             * @description `fired`: an activity was made of it.
             * @enum {string}
             */
            status: "fired" | "skipped";
            /**
             * @description Why it was skipped.
             * @enum {string|null}
             */
            reason: "overlap" | "missed" | "duplicate" | "provider_not_found" | "commerce_not_found" | "invalid" | null;
            /**
             * @description How far the activity is; null where there is none any more.
             * @enum {string|null}
             */
            activity_status: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED" | null;
            /** Format: date-time */
            scheduled_for: string;
            activity_id: string | null;
            /** Format: date-time */
            created_at: string;
        };
        OccurrenceListResponse: {
            /** @description Latest first. */
            occurrences: components["schemas"]["OccurrenceViewResponse"][];
            /** @description How many there are, on this page and others. */
            count: number;
        };
        AuditEntryResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            actorKind: "key" | "platform" | "console" | "system";
            /** @description The IP address that the request came from. */
            address: string | null;
            requestId: string | null;
            /** @description Null where it is no single thing. */
            subjectId: string | null;
            /** @description What it was: of a change the fields that differ, of what is gone all. Secrets are `set` or `changed`. */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description What it is. */
            after: {
                [key: string]: unknown;
            } | null;
            /** @enum {string} */
            outcome: "done" | "refused";
            /** Format: date-time */
            at: string;
            /**
             * @description `key:` and the visible prefix of the key, `platform`, `system`, `command line`; `unknown` without a key.
             * @example key:erk_a1B2c3
             */
            actor: string;
            /**
             * @description `<subject>.<verb>`
             * @example dispatch_config.changed
             */
            action: string;
            /** @example dispatch_config */
            subjectType: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Health_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["LiveResponse"];
                };
            };
        };
    };
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["LiveResponse"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {
                     *         "database": "up"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ReadyResponse"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "unavailable",
                     *       "checks": {
                     *         "database": "down"
                     *       },
                     *       "statusCode": 503,
                     *       "error": "Service Unavailable",
                     *       "message": "not ready: database",
                     *       "code": "NOT_READY",
                     *       "requestId": "req-1"
                     *     }
                     */
                    "application/json": components["schemas"]["NotReadyResponse"];
                };
            };
        };
    };
    Metrics_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    Tenants_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "status": "ACTIVE",
                     *           "code": "acme",
                     *           "name": "Acme Foods",
                     *           "settings": {
                     *             "retentionDays": null,
                     *             "timezone": "UTC",
                     *             "weight": 1
                     *           },
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["TenantResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Tenants_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "acme",
                 *       "name": "Acme Foods"
                 *     }
                 */
                "application/json": components["schemas"]["CreateTenantRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "status": "ACTIVE",
                     *       "code": "acme",
                     *       "name": "Acme Foods",
                     *       "settings": {
                     *         "retentionDays": null,
                     *         "timezone": "UTC",
                     *         "weight": 1
                     *       },
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Tenants_me: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "status": "ACTIVE",
                     *       "code": "acme",
                     *       "name": "Acme Foods",
                     *       "settings": {
                     *         "retentionDays": null,
                     *         "timezone": "UTC",
                     *         "weight": 1
                     *       },
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Tenants_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "status": "ACTIVE",
                     *       "code": "acme",
                     *       "name": "Acme Foods",
                     *       "settings": {
                     *         "retentionDays": null,
                     *         "timezone": "UTC",
                     *         "weight": 1
                     *       },
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Tenants_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Acme Foods"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeTenantRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "status": "ACTIVE",
                     *       "code": "acme",
                     *       "name": "Acme Foods",
                     *       "settings": {
                     *         "retentionDays": null,
                     *         "timezone": "UTC",
                     *         "weight": 1
                     *       },
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ApiKeys_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "permissions": [
                     *             "VIEW_ACTIVITIES"
                     *           ],
                     *           "channels": null,
                     *           "dispatchConfigIds": null,
                     *           "allowCidrs": null,
                     *           "parentId": null,
                     *           "rotatedFrom": null,
                     *           "name": "order system",
                     *           "prefix": "erk_a1B2c3",
                     *           "expiresAt": null,
                     *           "revokedAt": null,
                     *           "lastUsedAt": null,
                     *           "createdAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ApiKeyResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ApiKeys_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "order system",
                 *       "permissions": [
                 *         "VIEW_ACTIVITIES"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "permissions": [
                     *         "VIEW_ACTIVITIES"
                     *       ],
                     *       "channels": null,
                     *       "dispatchConfigIds": null,
                     *       "allowCidrs": null,
                     *       "parentId": null,
                     *       "rotatedFrom": null,
                     *       "plaintextKey": "erk_01900000000070008000000000000001_2yZc1nq5kq0vX0sQm0p3oVfZr8l9bWj4dT6hYxA7cEg",
                     *       "name": "order system",
                     *       "prefix": "erk_a1B2c3",
                     *       "expiresAt": null,
                     *       "revokedAt": null,
                     *       "lastUsedAt": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "A tenant has 50 webhooks at most",
                     *       "code": "LIMIT_REACHED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": {
                     *         "limit": 50
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ApiKeys_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "permissions": [
                     *         "VIEW_ACTIVITIES"
                     *       ],
                     *       "channels": null,
                     *       "dispatchConfigIds": null,
                     *       "allowCidrs": null,
                     *       "parentId": null,
                     *       "rotatedFrom": null,
                     *       "name": "order system",
                     *       "prefix": "erk_a1B2c3",
                     *       "expiresAt": null,
                     *       "revokedAt": null,
                     *       "lastUsedAt": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ApiKeys_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "permissions": [
                     *         "VIEW_ACTIVITIES"
                     *       ],
                     *       "channels": null,
                     *       "dispatchConfigIds": null,
                     *       "allowCidrs": null,
                     *       "parentId": null,
                     *       "rotatedFrom": null,
                     *       "name": "order system",
                     *       "prefix": "erk_a1B2c3",
                     *       "expiresAt": null,
                     *       "revokedAt": null,
                     *       "lastUsedAt": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ApiKeys_rotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RotateApiKeyRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "permissions": [
                     *         "VIEW_ACTIVITIES"
                     *       ],
                     *       "channels": null,
                     *       "dispatchConfigIds": null,
                     *       "allowCidrs": null,
                     *       "parentId": null,
                     *       "rotatedFrom": null,
                     *       "plaintextKey": "erk_01900000000070008000000000000001_2yZc1nq5kq0vX0sQm0p3oVfZr8l9bWj4dT6hYxA7cEg",
                     *       "name": "order system",
                     *       "prefix": "erk_a1B2c3",
                     *       "expiresAt": null,
                     *       "revokedAt": null,
                     *       "lastUsedAt": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_list: {
        parameters: {
            query?: {
                /** @description On this channel. */
                channel?: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
                /** @description At this provider. */
                providerCode?: string;
                /** @description True: those in use. False: those that are paused. */
                isActive?: boolean;
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "channel": "SALESMAN",
                     *           "settings": {},
                     *           "onUncertain": "retry",
                     *           "name": "yom-visits",
                     *           "providerCode": "YOM",
                     *           "baseUrl": "https://api.provider.example",
                     *           "credentialFields": [
                     *             "apiKey"
                     *           ],
                     *           "priority": 1,
                     *           "isActive": true,
                     *           "limits": {
                     *             "maxPerSecond": null,
                     *             "maxConcurrent": null
                     *           },
                     *           "retry": {
                     *             "maxAttempts": null,
                     *             "baseDelayMs": null,
                     *             "maxDelayMs": null
                     *           },
                     *           "timeoutMs": null,
                     *           "version": 1,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["DispatchConfigResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "yom-visits",
                 *       "providerCode": "YOM",
                 *       "channel": "SALESMAN",
                 *       "baseUrl": "https://api.provider.example",
                 *       "credentials": {
                 *         "apiKey": "key-from-the-provider"
                 *       },
                 *       "settings": {}
                 *     }
                 */
                "application/json": components["schemas"]["CreateDispatchConfigRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "channel": "SALESMAN",
                     *       "settings": {},
                     *       "onUncertain": "retry",
                     *       "outage": null,
                     *       "channelUses": null,
                     *       "name": "yom-visits",
                     *       "providerCode": "YOM",
                     *       "baseUrl": "https://api.provider.example",
                     *       "credentialFields": [
                     *         "apiKey"
                     *       ],
                     *       "priority": 1,
                     *       "isActive": true,
                     *       "limits": {
                     *         "maxPerSecond": null,
                     *         "maxConcurrent": null
                     *       },
                     *       "retry": {
                     *         "maxAttempts": null,
                     *         "baseDelayMs": null,
                     *         "maxDelayMs": null
                     *       },
                     *       "timeoutMs": null,
                     *       "version": 1,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DispatchConfigDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `BLOCKED_ADDRESS`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "channel": "SALESMAN",
                     *       "settings": {},
                     *       "onUncertain": "retry",
                     *       "outage": null,
                     *       "channelUses": null,
                     *       "name": "yom-visits",
                     *       "providerCode": "YOM",
                     *       "baseUrl": "https://api.provider.example",
                     *       "credentialFields": [
                     *         "apiKey"
                     *       ],
                     *       "priority": 1,
                     *       "isActive": true,
                     *       "limits": {
                     *         "maxPerSecond": null,
                     *         "maxConcurrent": null
                     *       },
                     *       "retry": {
                     *         "maxAttempts": null,
                     *         "baseDelayMs": null,
                     *         "maxDelayMs": null
                     *       },
                     *       "timeoutMs": null,
                     *       "version": 1,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DispatchConfigDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "yom-visits",
                 *       "providerCode": "YOM",
                 *       "baseUrl": "https://api.provider.example",
                 *       "credentials": {
                 *         "apiKey": "key-from-the-provider"
                 *       },
                 *       "settings": {}
                 *     }
                 */
                "application/json": components["schemas"]["ChangeDispatchConfigRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "channel": "SALESMAN",
                     *       "settings": {},
                     *       "onUncertain": "retry",
                     *       "outage": null,
                     *       "channelUses": null,
                     *       "name": "yom-visits",
                     *       "providerCode": "YOM",
                     *       "baseUrl": "https://api.provider.example",
                     *       "credentialFields": [
                     *         "apiKey"
                     *       ],
                     *       "priority": 1,
                     *       "isActive": true,
                     *       "limits": {
                     *         "maxPerSecond": null,
                     *         "maxConcurrent": null
                     *       },
                     *       "retry": {
                     *         "maxAttempts": null,
                     *         "baseDelayMs": null,
                     *         "maxDelayMs": null
                     *       },
                     *       "timeoutMs": null,
                     *       "version": 1,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DispatchConfigDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `BLOCKED_ADDRESS`, `CREDENTIALS_REQUIRED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_probe: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "disposition": "ACCEPTED",
                     *       "ok": true,
                     *       "httpStatus": null,
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "errorCode": null,
                     *       "message": null,
                     *       "durationMs": 1,
                     *       "providerErrorCode": null
                     *     }
                     */
                    "application/json": components["schemas"]["ProbeResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchProviders_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "channels": [
                     *             "SALESMAN"
                     *           ],
                     *           "code": "YOM",
                     *           "name": "YOM"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["DispatchProviderResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchProviders_channelDefinitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `code`. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "channel": "SALESMAN",
                     *           "baseUrl": "required",
                     *           "credentials": [
                     *             {
                     *               "type": "string",
                     *               "default": null,
                     *               "key": "apiKey",
                     *               "label": "API key",
                     *               "required": true,
                     *               "secret": true,
                     *               "decidesDestination": true,
                     *               "description": null
                     *             }
                     *           ],
                     *           "settings": [
                     *             {
                     *               "type": "string",
                     *               "default": null,
                     *               "key": "apiKey",
                     *               "label": "API key",
                     *               "required": true,
                     *               "secret": true,
                     *               "decidesDestination": true,
                     *               "description": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ChannelDefinitionResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                /** @description Only those that are in use, or only the others. */
                isActive?: boolean;
                /** @description The one with this id of your own. */
                externalId?: string;
                /** @description Part of the name, the externalId or (commerces) the taxId, in any case. */
                search?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "metadata": {},
                     *           "externalId": "STORE-1",
                     *           "name": "Corner Store",
                     *           "taxId": null,
                     *           "isActive": true,
                     *           "users": [
                     *             {
                     *               "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *               "roles": [
                     *                 "OWNER"
                     *               ],
                     *               "externalId": "STORE-1",
                     *               "firstName": "Olivia",
                     *               "lastName": "Owner",
                     *               "isActive": true,
                     *               "contacts": [
                     *                 {
                     *                   "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *                   "type": "EMAIL",
                     *                   "value": "+15550100001",
                     *                   "isPrimary": true
                     *                 }
                     *               ],
                     *               "createdAt": "2026-01-31T09:30:00.000Z",
                     *               "updatedAt": "2026-01-31T09:30:00.000Z"
                     *             }
                     *           ],
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CommerceResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "users": [
                 *         {
                 *           "firstName": "Ana",
                 *           "roles": [
                 *             "OWNER"
                 *           ],
                 *           "contacts": [
                 *             {
                 *               "type": "EMAIL",
                 *               "value": "ana@store.example"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "externalId": "STORE-2",
                 *       "name": "Corner Store"
                 *     }
                 */
                "application/json": components["schemas"]["CreateCommerceRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "metadata": {},
                     *       "externalId": "STORE-1",
                     *       "name": "Corner Store",
                     *       "taxId": null,
                     *       "isActive": true,
                     *       "users": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "roles": [
                     *             "OWNER"
                     *           ],
                     *           "externalId": "STORE-1",
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "isActive": true,
                     *           "contacts": [
                     *             {
                     *               "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *               "type": "EMAIL",
                     *               "value": "+15550100001",
                     *               "isPrimary": true
                     *             }
                     *           ],
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CommerceResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "metadata": {},
                     *       "externalId": "STORE-1",
                     *       "name": "Corner Store",
                     *       "taxId": null,
                     *       "isActive": true,
                     *       "users": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "roles": [
                     *             "OWNER"
                     *           ],
                     *           "externalId": "STORE-1",
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "isActive": true,
                     *           "contacts": [
                     *             {
                     *               "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *               "type": "EMAIL",
                     *               "value": "+15550100001",
                     *               "isPrimary": true
                     *             }
                     *           ],
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CommerceResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "STORE-2",
                 *       "name": "Corner Store"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateCommerceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "metadata": {},
                     *       "externalId": "STORE-1",
                     *       "name": "Corner Store",
                     *       "taxId": null,
                     *       "isActive": true,
                     *       "users": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "roles": [
                     *             "OWNER"
                     *           ],
                     *           "externalId": "STORE-1",
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "isActive": true,
                     *           "contacts": [
                     *             {
                     *               "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *               "type": "EMAIL",
                     *               "value": "+15550100001",
                     *               "isPrimary": true
                     *             }
                     *           ],
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CommerceResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_sync: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "users": [
                 *             {
                 *               "firstName": "Ana",
                 *               "roles": [
                 *                 "OWNER"
                 *               ],
                 *               "contacts": [
                 *                 {
                 *                   "type": "EMAIL",
                 *                   "value": "ana@store.example"
                 *                 }
                 *               ]
                 *             }
                 *           ],
                 *           "externalId": "STORE-2",
                 *           "name": "Corner Store"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SyncCommercesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created": 1,
                     *       "updated": 1,
                     *       "total": 1,
                     *       "errors": [
                     *         {
                     *           "index": 1,
                     *           "code": "VALIDATION_FAILED",
                     *           "message": "name must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SyncResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceUsers_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "roles": [
                     *             "OWNER"
                     *           ],
                     *           "externalId": "STORE-1",
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "isActive": true,
                     *           "contacts": [
                     *             {
                     *               "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *               "type": "EMAIL",
                     *               "value": "+15550100001",
                     *               "isPrimary": true
                     *             }
                     *           ],
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CommerceUserResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceUsers_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contacts": [
                 *         {
                 *           "type": "WHATSAPP",
                 *           "value": "+56 9 1234 5678",
                 *           "isPrimary": true
                 *         }
                 *       ],
                 *       "firstName": "Ana",
                 *       "lastName": "Rojas",
                 *       "roles": [
                 *         "OWNER"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateCommerceUserRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "roles": [
                     *         "OWNER"
                     *       ],
                     *       "externalId": "STORE-1",
                     *       "firstName": "Olivia",
                     *       "lastName": "Owner",
                     *       "isActive": true,
                     *       "contacts": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "type": "EMAIL",
                     *           "value": "+15550100001",
                     *           "isPrimary": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CommerceUserResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceUsers_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
                /** @description The `id` of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "roles": [
                     *         "OWNER"
                     *       ],
                     *       "externalId": "STORE-1",
                     *       "firstName": "Olivia",
                     *       "lastName": "Owner",
                     *       "isActive": true,
                     *       "contacts": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "type": "EMAIL",
                     *           "value": "+15550100001",
                     *           "isPrimary": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CommerceUserResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceUsers_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
                /** @description The `id` of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceUsers_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
                /** @description The `id` of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Ana",
                 *       "lastName": "Rojas",
                 *       "roles": [
                 *         "OWNER"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateCommerceUserRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "roles": [
                     *         "OWNER"
                     *       ],
                     *       "externalId": "STORE-1",
                     *       "firstName": "Olivia",
                     *       "lastName": "Owner",
                     *       "isActive": true,
                     *       "contacts": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "type": "EMAIL",
                     *           "value": "+15550100001",
                     *           "isPrimary": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CommerceUserResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceContacts_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
                /** @description The `id` of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "EMAIL",
                 *       "value": "owner@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["CreateContactRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "EMAIL",
                     *       "value": "+15550100001",
                     *       "isPrimary": true
                     *     }
                     */
                    "application/json": components["schemas"]["ContactResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceContacts_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
                /** @description The `id` of the user. */
                userId: string;
                /** @description The `id` of the contact. */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceContacts_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
                /** @description The `id` of the user. */
                userId: string;
                /** @description The `id` of the contact. */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": "owner@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateContactRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "EMAIL",
                     *       "value": "+15550100001",
                     *       "isPrimary": true
                     *     }
                     */
                    "application/json": components["schemas"]["ContactResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_list: {
        parameters: {
            query?: {
                /** @description Of this type. */
                type?: "SALESMAN" | "ACTIVATOR" | "CALLCENTER";
                /** @description Only those that are in use, or only the others. */
                isActive?: boolean;
                /** @description The one with this id of your own. */
                externalId?: string;
                /** @description Part of the name, the externalId or (commerces) the taxId, in any case. */
                search?: string;
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "type": "SALESMAN",
                     *           "externalId": "STORE-1",
                     *           "name": "Corner Store",
                     *           "email": "sam@store.example",
                     *           "phone": "+15550100001",
                     *           "isActive": true,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OperatorResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "OP-2",
                 *       "type": "SALESMAN",
                 *       "name": "Ana Rojas",
                 *       "email": "ana@example.com",
                 *       "phone": "+56 9 1234 5678"
                 *     }
                 */
                "application/json": components["schemas"]["CreateOperatorRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "SALESMAN",
                     *       "externalId": "STORE-1",
                     *       "name": "Corner Store",
                     *       "email": "sam@store.example",
                     *       "phone": "+15550100001",
                     *       "isActive": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "SALESMAN",
                     *       "externalId": "STORE-1",
                     *       "name": "Corner Store",
                     *       "email": "sam@store.example",
                     *       "phone": "+15550100001",
                     *       "isActive": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "OP-2",
                 *       "name": "Ana Rojas",
                 *       "email": "ana@example.com",
                 *       "phone": "+56 9 1234 5678"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateOperatorRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "SALESMAN",
                     *       "externalId": "STORE-1",
                     *       "name": "Corner Store",
                     *       "email": "sam@store.example",
                     *       "phone": "+15550100001",
                     *       "isActive": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_sync: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "externalId": "OP-2",
                 *           "type": "SALESMAN",
                 *           "name": "Ana Rojas",
                 *           "email": "ana@example.com",
                 *           "phone": "+56 9 1234 5678"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SyncOperatorsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created": 1,
                     *       "updated": 1,
                     *       "total": 1,
                     *       "errors": [
                     *         {
                     *           "index": 1,
                     *           "code": "VALIDATION_FAILED",
                     *           "message": "name must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SyncResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                /** @description Only those that are in use, or only the others. */
                isActive?: boolean;
                /** @description The one with this id of your own. */
                externalId?: string;
                /** @description Part of the name, the externalId or (commerces) the taxId, in any case. */
                search?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "externalId": "STORE-1",
                     *           "name": "Corner Store",
                     *           "isActive": true,
                     *           "operators": [
                     *             {
                     *               "operatorId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *               "role": "LEAD",
                     *               "operator": {
                     *                 "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *                 "type": "SALESMAN",
                     *                 "externalId": "STORE-1",
                     *                 "name": "Corner Store",
                     *                 "email": "sam@store.example",
                     *                 "phone": "+15550100001",
                     *                 "isActive": true,
                     *                 "createdAt": "2026-01-31T09:30:00.000Z",
                     *                 "updatedAt": "2026-01-31T09:30:00.000Z"
                     *               }
                     *             }
                     *           ],
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["RouteResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "ROUTE-2",
                 *       "name": "North"
                 *     }
                 */
                "application/json": components["schemas"]["CreateRouteRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "externalId": "STORE-1",
                     *       "name": "Corner Store",
                     *       "isActive": true,
                     *       "operators": [
                     *         {
                     *           "operatorId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "role": "LEAD",
                     *           "operator": {
                     *             "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *             "type": "SALESMAN",
                     *             "externalId": "STORE-1",
                     *             "name": "Corner Store",
                     *             "email": "sam@store.example",
                     *             "phone": "+15550100001",
                     *             "isActive": true,
                     *             "createdAt": "2026-01-31T09:30:00.000Z",
                     *             "updatedAt": "2026-01-31T09:30:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RouteResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "externalId": "STORE-1",
                     *       "name": "Corner Store",
                     *       "isActive": true,
                     *       "operators": [
                     *         {
                     *           "operatorId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "role": "LEAD",
                     *           "operator": {
                     *             "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *             "type": "SALESMAN",
                     *             "externalId": "STORE-1",
                     *             "name": "Corner Store",
                     *             "email": "sam@store.example",
                     *             "phone": "+15550100001",
                     *             "isActive": true,
                     *             "createdAt": "2026-01-31T09:30:00.000Z",
                     *             "updatedAt": "2026-01-31T09:30:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RouteResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "ROUTE-2",
                 *       "name": "North"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateRouteRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "externalId": "STORE-1",
                     *       "name": "Corner Store",
                     *       "isActive": true,
                     *       "operators": [
                     *         {
                     *           "operatorId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "role": "LEAD",
                     *           "operator": {
                     *             "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *             "type": "SALESMAN",
                     *             "externalId": "STORE-1",
                     *             "name": "Corner Store",
                     *             "email": "sam@store.example",
                     *             "phone": "+15550100001",
                     *             "isActive": true,
                     *             "createdAt": "2026-01-31T09:30:00.000Z",
                     *             "updatedAt": "2026-01-31T09:30:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RouteResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_sync: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "externalId": "ROUTE-2",
                 *           "name": "North"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SyncRoutesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created": 1,
                     *       "updated": 1,
                     *       "total": 1,
                     *       "errors": [
                     *         {
                     *           "index": 1,
                     *           "code": "VALIDATION_FAILED",
                     *           "message": "name must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SyncResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    RouteOperators_assign: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operatorId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                 *       "role": "LEAD"
                 *     }
                 */
                "application/json": components["schemas"]["AssignOperatorRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operatorId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "role": "LEAD",
                     *       "operator": {
                     *         "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *         "type": "SALESMAN",
                     *         "externalId": "STORE-1",
                     *         "name": "Corner Store",
                     *         "email": "sam@store.example",
                     *         "phone": "+15550100001",
                     *         "isActive": true,
                     *         "createdAt": "2026-01-31T09:30:00.000Z",
                     *         "updatedAt": "2026-01-31T09:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RouteOperatorResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    RouteOperators_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
                /** @description The `id` of the operator. */
                operatorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributeKeys_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "key": "favorite_product",
                     *           "label": "Favorite product",
                     *           "description": null,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AttributeKeyResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributeKeys_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "favorite_product",
                 *       "label": "Favorite product"
                 *     }
                 */
                "application/json": components["schemas"]["CreateAttributeKeyRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "favorite_product",
                     *       "label": "Favorite product",
                     *       "description": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AttributeKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributeKeys_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `key`. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributeKeys_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `key`. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "Favorite product"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateAttributeKeyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "favorite_product",
                     *       "label": "Favorite product",
                     *       "description": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AttributeKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributePolicies_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "strategy": "UPFRONT",
                     *           "resolver": "INTERNAL_SERVICE",
                     *           "fallback": null,
                     *           "key": "favorite_product",
                     *           "hook": null,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AttributePolicyResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributePolicies_save: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "favorite_product",
                 *       "strategy": "UPFRONT",
                 *       "resolver": "INTERNAL_SERVICE"
                 *     }
                 */
                "application/json": components["schemas"]["SaveAttributePolicyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "strategy": "UPFRONT",
                     *       "resolver": "INTERNAL_SERVICE",
                     *       "fallback": null,
                     *       "key": "favorite_product",
                     *       "hook": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AttributePolicyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `BLOCKED_ADDRESS`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "A tenant has 50 webhooks at most",
                     *       "code": "LIMIT_REACHED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": {
                     *         "limit": 50
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributePolicies_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `key`. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "strategy": "UPFRONT",
                     *       "resolver": "INTERNAL_SERVICE",
                     *       "fallback": null,
                     *       "key": "favorite_product",
                     *       "hook": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AttributePolicyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributePolicies_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `key`. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ResultTypes_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "code": "COME_BACK",
                     *           "label": "Favorite product",
                     *           "requiresFutureScheduledAt": true,
                     *           "createsFollowUp": true,
                     *           "isActive": true,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ResultTypeResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ResultTypes_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "COME_BACK",
                 *       "label": "Come back another day"
                 *     }
                 */
                "application/json": components["schemas"]["CreateResultTypeRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "COME_BACK",
                     *       "label": "Favorite product",
                     *       "requiresFutureScheduledAt": true,
                     *       "createsFollowUp": true,
                     *       "isActive": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ResultTypeResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ResultTypes_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `code`. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "COME_BACK",
                     *       "label": "Favorite product",
                     *       "requiresFutureScheduledAt": true,
                     *       "createsFollowUp": true,
                     *       "isActive": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ResultTypeResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ResultTypes_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `code`. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ResultTypes_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `code`. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "Come back another day"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateResultTypeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "COME_BACK",
                     *       "label": "Favorite product",
                     *       "requiresFutureScheduledAt": true,
                     *       "createsFollowUp": true,
                     *       "isActive": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ResultTypeResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    TargetResolutionConfigs_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "strategy": "ON_CREATION",
                     *           "channels": null,
                     *           "priority": 1,
                     *           "criteria": [
                     *             {
                     *               "type": "ROLE_MATCH",
                     *               "priority": 1,
                     *               "config": {}
                     *             }
                     *           ],
                     *           "fallbackToCommerceRep": true,
                     *           "fallbackToOwner": true,
                     *           "isActive": true,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["TargetResolutionConfigResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    TargetResolutionConfigs_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "criteria": [
                 *         {
                 *           "type": "ROLE_MATCH",
                 *           "config": {
                 *             "role": "ORDERS"
                 *           },
                 *           "priority": 0
                 *         }
                 *       ],
                 *       "strategy": "ON_CREATION"
                 *     }
                 */
                "application/json": components["schemas"]["CreateTargetResolutionConfigRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "strategy": "ON_CREATION",
                     *       "channels": null,
                     *       "priority": 1,
                     *       "criteria": [
                     *         {
                     *           "type": "ROLE_MATCH",
                     *           "priority": 1,
                     *           "config": {}
                     *         }
                     *       ],
                     *       "fallbackToCommerceRep": true,
                     *       "fallbackToOwner": true,
                     *       "isActive": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TargetResolutionConfigResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    TargetResolutionConfigs_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "strategy": "ON_CREATION",
                     *       "channels": null,
                     *       "priority": 1,
                     *       "criteria": [
                     *         {
                     *           "type": "ROLE_MATCH",
                     *           "priority": 1,
                     *           "config": {}
                     *         }
                     *       ],
                     *       "fallbackToCommerceRep": true,
                     *       "fallbackToOwner": true,
                     *       "isActive": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TargetResolutionConfigResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    TargetResolutionConfigs_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    TargetResolutionConfigs_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "criteria": [
                 *         {
                 *           "type": "ROLE_MATCH",
                 *           "config": {
                 *             "role": "ORDERS"
                 *           },
                 *           "priority": 0
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateTargetResolutionConfigRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "strategy": "ON_CREATION",
                     *       "channels": null,
                     *       "priority": 1,
                     *       "criteria": [
                     *         {
                     *           "type": "ROLE_MATCH",
                     *           "priority": 1,
                     *           "config": {}
                     *         }
                     *       ],
                     *       "fallbackToCommerceRep": true,
                     *       "fallbackToOwner": true,
                     *       "isActive": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TargetResolutionConfigResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_list: {
        parameters: {
            query?: {
                /** @description Members of the metadata; in a query each is given as `label.<key>=<value>`. Other values than texts are compared as JSON. */
                label?: {
                    [key: string]: string;
                };
                /** @description READY ones by what they wait for. */
                waiting?: ("SCHEDULE" | "RETRY" | "IN_FLIGHT" | "PROVIDER_PAUSED" | "PROVIDER_DOWN" | "PROVIDER_MISCONFIGURED" | "RATE_LIMIT" | "TENANT_PAUSED" | "QUEUE")[];
                /** @description `waitingFor`: tell of each READY one what it waits for. */
                include?: "waitingFor"[];
                /** @description One of these statuses. */
                status?: ("READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED")[];
                /** @description One of these types. */
                type?: ("TASK" | "MESSAGE")[];
                /** @description One of these channels. */
                channel?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[];
                /** @description Of this store, by id. */
                commerceId?: string;
                /** @description Of this store, by your own id. */
                commerceExternalId?: string;
                /** @description Of this operator. */
                operatorId?: string;
                /** @description On this route. */
                routeId?: string;
                /** @description The dispatch config that was tried last. */
                dispatchConfigId?: string;
                /** @description Code of the last error. */
                errorCode?: string[];
                /** @description The whole reason. */
                reason?: string;
                /** @description Code of the provider that was tried last. */
                provider?: string;
                /** @description Made in one of these ways. */
                origin?: ("API" | "ACTION" | "RECURRING" | "REDRIVE")[];
                /** @description Due then or later. */
                scheduledFrom?: string;
                /** @description Due then or earlier. */
                scheduledTo?: string;
                /** @description Created then or later. */
                createdFrom?: string;
                /** @description Created then or earlier. */
                createdTo?: string;
                /** @description True: only those that a redrive has repeated. False: only the others. */
                redriven?: boolean;
                /**
                 * @description An activity's id, idempotency key or provider's id (whole), or part of its store's externalId or name, or of its reason, in
                 *     any case. What is found first, in this order, answers alone; `meta.matchedBy` tells by what. Reasons are looked at
                 *     within createdFrom and createdTo, or of the last 30 days.
                 */
                search?: string;
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                /** @description How far `meta.total` counts: not at all, up to 10,000, or to the end, which takes its time. */
                total?: "none" | "capped" | "exact";
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "type": "TASK",
                     *           "channel": "SALESMAN",
                     *           "status": "READY",
                     *           "origin": "API",
                     *           "commerceAssignment": null,
                     *           "taskDetails": null,
                     *           "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *           "score": 1,
                     *           "targetCriteria": null,
                     *           "metadata": {},
                     *           "dispatchConfigId": null,
                     *           "nextAttemptAt": null,
                     *           "lastError": null,
                     *           "retryOf": null,
                     *           "redrivenAs": null,
                     *           "followUpOf": null,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z",
                     *           "dispatchedAt": null,
                     *           "finishedAt": null,
                     *           "reason": "send_reminder",
                     *           "idempotencyKey": "order-4711",
                     *           "suggestedExecutionTime": null,
                     *           "userStatus": null,
                     *           "targetUsers": [
                     *             {
                     *               "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *               "commerceUserId": null,
                     *               "resolutionStatus": "PENDING",
                     *               "lockReason": null,
                     *               "firstName": "Olivia",
                     *               "lastName": "Owner",
                     *               "errorMessage": null
                     *             }
                     *           ],
                     *           "attributes": [
                     *             {
                     *               "value": null,
                     *               "resolutionStatus": "PENDING",
                     *               "key": "favorite_product"
                     *             }
                     *           ],
                     *           "provider": "YOM",
                     *           "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *           "dispatchAttemptCount": 1
                     *         }
                     *       ],
                     *       "meta": {
                     *         "matchedBy": null,
                     *         "totalIsCapped": true,
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ListedActivityResponse"][];
                        meta: components["schemas"]["ActivitiesMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `SEARCH_TOO_BROAD`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CreateActivities_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description In place of the field `idempotencyKey`: ASCII, given once; quotes around it are no part of it. */
                "idempotency-key"?: string;
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "MESSAGE",
                 *       "reason": "send_reminder",
                 *       "channel": "WHATSAPP",
                 *       "commerceExternalId": "STORE-1",
                 *       "idempotencyKey": "order-4711-reminder",
                 *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                 *       "suggestedExecutionTime": "10:30",
                 *       "attributes": [
                 *         {
                 *           "key": "discount",
                 *           "value": "15%"
                 *         }
                 *       ],
                 *       "metadata": {
                 *         "campaign": "spring"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CreateActivityRequest"];
            };
        };
        responses: {
            /** @description It was created before with this key. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "TASK",
                     *       "channel": "SALESMAN",
                     *       "status": "READY",
                     *       "origin": "API",
                     *       "commerceAssignment": null,
                     *       "taskDetails": null,
                     *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *       "score": 1,
                     *       "targetCriteria": null,
                     *       "metadata": {},
                     *       "dispatchConfigId": null,
                     *       "nextAttemptAt": null,
                     *       "lastError": null,
                     *       "retryOf": null,
                     *       "redrivenAs": null,
                     *       "followUpOf": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z",
                     *       "dispatchedAt": null,
                     *       "finishedAt": null,
                     *       "reason": "send_reminder",
                     *       "idempotencyKey": "order-4711",
                     *       "suggestedExecutionTime": null,
                     *       "userStatus": null,
                     *       "targetUsers": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "commerceUserId": null,
                     *           "resolutionStatus": "PENDING",
                     *           "lockReason": null,
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "attributes": [
                     *         {
                     *           "value": null,
                     *           "resolutionStatus": "PENDING",
                     *           "key": "favorite_product"
                     *         }
                     *       ],
                     *       "provider": "YOM",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "dispatchAttemptCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityResponse"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "TASK",
                     *       "channel": "SALESMAN",
                     *       "status": "READY",
                     *       "origin": "API",
                     *       "commerceAssignment": null,
                     *       "taskDetails": null,
                     *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *       "score": 1,
                     *       "targetCriteria": null,
                     *       "metadata": {},
                     *       "dispatchConfigId": null,
                     *       "nextAttemptAt": null,
                     *       "lastError": null,
                     *       "retryOf": null,
                     *       "redrivenAs": null,
                     *       "followUpOf": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z",
                     *       "dispatchedAt": null,
                     *       "finishedAt": null,
                     *       "reason": "send_reminder",
                     *       "idempotencyKey": "order-4711",
                     *       "suggestedExecutionTime": null,
                     *       "userStatus": null,
                     *       "targetUsers": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "commerceUserId": null,
                     *           "resolutionStatus": "PENDING",
                     *           "lockReason": null,
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "attributes": [
                     *         {
                     *           "value": null,
                     *           "resolutionStatus": "PENDING",
                     *           "key": "favorite_product"
                     *         }
                     *       ],
                     *       "provider": "YOM",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "dispatchAttemptCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "The rule no-reminders-at-night suppresses it",
                     *       "code": "SUPPRESSED_BY_RULE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": {
                     *         "rule": "no-reminders-at-night"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 413,
                     *       "error": "Payload Too Large",
                     *       "message": "The body is larger than the limit",
                     *       "code": "PAYLOAD_TOO_LARGE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 415,
                     *       "error": "Unsupported Media Type",
                     *       "message": "The body must be application/json",
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unprocessable Entity: `IDEMPOTENCY_KEY_REUSED` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 422,
                     *       "error": "Unprocessable Entity",
                     *       "message": "The idempotency key belongs to an activity with other content",
                     *       "code": "IDEMPOTENCY_KEY_REUSED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CreateActivities_createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description In place of the field `idempotencyKey`: ASCII, given once; quotes around it are no part of it. */
                "idempotency-key"?: string;
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "send_reminder",
                 *       "channel": "WHATSAPP",
                 *       "commerceExternalId": "STORE-1",
                 *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                 *       "suggestedExecutionTime": "10:30",
                 *       "attributes": [
                 *         {
                 *           "key": "discount",
                 *           "value": "15%"
                 *         }
                 *       ],
                 *       "metadata": {
                 *         "campaign": "spring"
                 *       },
                 *       "idempotencyKey": "order-4711-visit",
                 *       "assignedRouteExternalId": "ROUTE-1",
                 *       "assignedOperatorExternalId": "OP-1"
                 *     }
                 */
                "application/json": components["schemas"]["CreateTaskRequest"];
            };
        };
        responses: {
            /** @description It was created before with this key. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "TASK",
                     *       "channel": "SALESMAN",
                     *       "status": "READY",
                     *       "origin": "API",
                     *       "commerceAssignment": null,
                     *       "taskDetails": null,
                     *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *       "score": 1,
                     *       "targetCriteria": null,
                     *       "metadata": {},
                     *       "dispatchConfigId": null,
                     *       "nextAttemptAt": null,
                     *       "lastError": null,
                     *       "retryOf": null,
                     *       "redrivenAs": null,
                     *       "followUpOf": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z",
                     *       "dispatchedAt": null,
                     *       "finishedAt": null,
                     *       "reason": "send_reminder",
                     *       "idempotencyKey": "order-4711",
                     *       "suggestedExecutionTime": null,
                     *       "userStatus": null,
                     *       "targetUsers": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "commerceUserId": null,
                     *           "resolutionStatus": "PENDING",
                     *           "lockReason": null,
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "attributes": [
                     *         {
                     *           "value": null,
                     *           "resolutionStatus": "PENDING",
                     *           "key": "favorite_product"
                     *         }
                     *       ],
                     *       "provider": "YOM",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "dispatchAttemptCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityResponse"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "TASK",
                     *       "channel": "SALESMAN",
                     *       "status": "READY",
                     *       "origin": "API",
                     *       "commerceAssignment": null,
                     *       "taskDetails": null,
                     *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *       "score": 1,
                     *       "targetCriteria": null,
                     *       "metadata": {},
                     *       "dispatchConfigId": null,
                     *       "nextAttemptAt": null,
                     *       "lastError": null,
                     *       "retryOf": null,
                     *       "redrivenAs": null,
                     *       "followUpOf": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z",
                     *       "dispatchedAt": null,
                     *       "finishedAt": null,
                     *       "reason": "send_reminder",
                     *       "idempotencyKey": "order-4711",
                     *       "suggestedExecutionTime": null,
                     *       "userStatus": null,
                     *       "targetUsers": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "commerceUserId": null,
                     *           "resolutionStatus": "PENDING",
                     *           "lockReason": null,
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "attributes": [
                     *         {
                     *           "value": null,
                     *           "resolutionStatus": "PENDING",
                     *           "key": "favorite_product"
                     *         }
                     *       ],
                     *       "provider": "YOM",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "dispatchAttemptCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "The rule no-reminders-at-night suppresses it",
                     *       "code": "SUPPRESSED_BY_RULE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": {
                     *         "rule": "no-reminders-at-night"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 413,
                     *       "error": "Payload Too Large",
                     *       "message": "The body is larger than the limit",
                     *       "code": "PAYLOAD_TOO_LARGE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 415,
                     *       "error": "Unsupported Media Type",
                     *       "message": "The body must be application/json",
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unprocessable Entity: `IDEMPOTENCY_KEY_REUSED` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 422,
                     *       "error": "Unprocessable Entity",
                     *       "message": "The idempotency key belongs to an activity with other content",
                     *       "code": "IDEMPOTENCY_KEY_REUSED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CreateActivities_createMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "activities": [
                 *         {
                 *           "type": "MESSAGE",
                 *           "reason": "send_reminder",
                 *           "channel": "WHATSAPP",
                 *           "commerceExternalId": "STORE-1",
                 *           "idempotencyKey": "order-4711-reminder",
                 *           "scheduledAt": "2026-01-31T09:30:00.000Z",
                 *           "suggestedExecutionTime": "10:30",
                 *           "attributes": [
                 *             {
                 *               "key": "discount",
                 *               "value": "15%"
                 *             }
                 *           ],
                 *           "metadata": {
                 *             "campaign": "spring"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BulkCreateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "status": "created",
                     *           "activity": null,
                     *           "error": null,
                     *           "index": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkCreateResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 413,
                     *       "error": "Payload Too Large",
                     *       "message": "The body is larger than the limit",
                     *       "code": "PAYLOAD_TOO_LARGE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 415,
                     *       "error": "Unsupported Media Type",
                     *       "message": "The body must be application/json",
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_redrive: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "errorCode": [
                 *           "PROVIDER_REJECTED"
                 *         ],
                 *         "provider": "MOCK"
                 *       },
                 *       "dryRun": true,
                 *       "startAt": "2026-01-31T09:30:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["RedriveRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "byErrorCode": {
                     *         "PROVIDER_REJECTED": 30,
                     *         "TIMEOUT": 5
                     *       },
                     *       "sample": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "type": "TASK",
                     *           "channel": "SALESMAN",
                     *           "status": "READY",
                     *           "origin": "API",
                     *           "commerceAssignment": null,
                     *           "taskDetails": null,
                     *           "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *           "score": 1,
                     *           "targetCriteria": null,
                     *           "metadata": {},
                     *           "dispatchConfigId": null,
                     *           "nextAttemptAt": null,
                     *           "lastError": null,
                     *           "retryOf": null,
                     *           "redrivenAs": null,
                     *           "followUpOf": null,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z",
                     *           "dispatchedAt": null,
                     *           "finishedAt": null,
                     *           "reason": "send_reminder",
                     *           "idempotencyKey": "order-4711",
                     *           "suggestedExecutionTime": null,
                     *           "userStatus": null,
                     *           "targetUsers": [
                     *             {
                     *               "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *               "commerceUserId": null,
                     *               "resolutionStatus": "PENDING",
                     *               "lockReason": null,
                     *               "firstName": "Olivia",
                     *               "lastName": "Owner",
                     *               "errorMessage": null
                     *             }
                     *           ],
                     *           "attributes": [
                     *             {
                     *               "value": null,
                     *               "resolutionStatus": "PENDING",
                     *               "key": "favorite_product"
                     *             }
                     *           ],
                     *           "provider": "YOM",
                     *           "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *           "dispatchAttemptCount": 1
                     *         }
                     *       ],
                     *       "activityIds": [
                     *         "…"
                     *       ],
                     *       "matched": 1,
                     *       "created": 1,
                     *       "alreadyRedriven": 1,
                     *       "remaining": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RedriveResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `SEARCH_TOO_BROAD`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "TASK",
                     *       "channel": "SALESMAN",
                     *       "status": "READY",
                     *       "origin": "API",
                     *       "commerceAssignment": null,
                     *       "taskDetails": null,
                     *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *       "score": 1,
                     *       "targetCriteria": null,
                     *       "metadata": {},
                     *       "dispatchConfigId": null,
                     *       "nextAttemptAt": null,
                     *       "lastError": null,
                     *       "retryOf": null,
                     *       "redrivenAs": null,
                     *       "followUpOf": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z",
                     *       "dispatchedAt": null,
                     *       "finishedAt": null,
                     *       "waitingFor": null,
                     *       "dispatchConfig": null,
                     *       "reason": "send_reminder",
                     *       "idempotencyKey": "order-4711",
                     *       "suggestedExecutionTime": null,
                     *       "userStatus": null,
                     *       "targetUsers": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "commerceUserId": null,
                     *           "resolutionStatus": "PENDING",
                     *           "lockReason": null,
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "attributes": [
                     *         {
                     *           "value": null,
                     *           "resolutionStatus": "PENDING",
                     *           "key": "favorite_product"
                     *         }
                     *       ],
                     *       "provider": "YOM",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "dispatchAttemptCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_reschedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                 *       "suggestedExecutionTime": "10:30"
                 *     }
                 */
                "application/json": components["schemas"]["RescheduleActivityRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "TASK",
                     *       "channel": "SALESMAN",
                     *       "status": "READY",
                     *       "origin": "API",
                     *       "commerceAssignment": null,
                     *       "taskDetails": null,
                     *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *       "score": 1,
                     *       "targetCriteria": null,
                     *       "metadata": {},
                     *       "dispatchConfigId": null,
                     *       "nextAttemptAt": null,
                     *       "lastError": null,
                     *       "retryOf": null,
                     *       "redrivenAs": null,
                     *       "followUpOf": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z",
                     *       "dispatchedAt": null,
                     *       "finishedAt": null,
                     *       "waitingFor": null,
                     *       "dispatchConfig": null,
                     *       "reason": "send_reminder",
                     *       "idempotencyKey": "order-4711",
                     *       "suggestedExecutionTime": null,
                     *       "userStatus": null,
                     *       "targetUsers": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "commerceUserId": null,
                     *           "resolutionStatus": "PENDING",
                     *           "lockReason": null,
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "attributes": [
                     *         {
                     *           "value": null,
                     *           "resolutionStatus": "PENDING",
                     *           "key": "favorite_product"
                     *         }
                     *       ],
                     *       "provider": "YOM",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "dispatchAttemptCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_TRANSITION`, `IN_FLIGHT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_statusEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "fromStatus": null,
                     *           "toStatus": "READY",
                     *           "disposition": null,
                     *           "occurredAt": "2026-01-31T09:30:00.000Z",
                     *           "trigger": "ACCEPTED",
                     *           "actor": "dispatcher",
                     *           "attempt": null,
                     *           "errorCode": "PROVIDER_REJECTED",
                     *           "providerErrorCode": null,
                     *           "message": null
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StatusEventResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_attempts: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "outcome": "SUCCESS",
                     *           "dispatchConfigId": null,
                     *           "startedAt": "2026-01-31T09:30:00.000Z",
                     *           "disposition": null,
                     *           "number": 1,
                     *           "counted": true,
                     *           "provider": "YOM",
                     *           "durationMs": 1,
                     *           "httpStatus": null,
                     *           "errorCode": null,
                     *           "providerErrorCode": null,
                     *           "message": null,
                     *           "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *           "responseBody": null
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AttemptResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_attributes: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "value": null,
                     *           "fallback": null,
                     *           "strategy": "UPFRONT",
                     *           "resolver": "INTERNAL_SERVICE",
                     *           "resolutionStatus": "PENDING",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z",
                     *           "key": "favorite_product",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AttributeResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_targetUsers: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "commerceUserId": null,
                     *           "resolutionStatus": "PENDING",
                     *           "lockReason": null,
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["TargetUserResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "TASK",
                     *       "channel": "SALESMAN",
                     *       "status": "READY",
                     *       "origin": "API",
                     *       "commerceAssignment": null,
                     *       "taskDetails": null,
                     *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *       "score": 1,
                     *       "targetCriteria": null,
                     *       "metadata": {},
                     *       "dispatchConfigId": null,
                     *       "nextAttemptAt": null,
                     *       "lastError": null,
                     *       "retryOf": null,
                     *       "redrivenAs": null,
                     *       "followUpOf": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z",
                     *       "dispatchedAt": null,
                     *       "finishedAt": null,
                     *       "waitingFor": null,
                     *       "dispatchConfig": null,
                     *       "reason": "send_reminder",
                     *       "idempotencyKey": "order-4711",
                     *       "suggestedExecutionTime": null,
                     *       "userStatus": null,
                     *       "targetUsers": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "commerceUserId": null,
                     *           "resolutionStatus": "PENDING",
                     *           "lockReason": null,
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "attributes": [
                     *         {
                     *           "value": null,
                     *           "resolutionStatus": "PENDING",
                     *           "key": "favorite_product"
                     *         }
                     *       ],
                     *       "provider": "YOM",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "dispatchAttemptCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_TRANSITION`, `IN_FLIGHT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_retryResolution: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "type": "TASK",
                     *       "channel": "SALESMAN",
                     *       "status": "READY",
                     *       "origin": "API",
                     *       "commerceAssignment": null,
                     *       "taskDetails": null,
                     *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *       "score": 1,
                     *       "targetCriteria": null,
                     *       "metadata": {},
                     *       "dispatchConfigId": null,
                     *       "nextAttemptAt": null,
                     *       "lastError": null,
                     *       "retryOf": null,
                     *       "redrivenAs": null,
                     *       "followUpOf": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z",
                     *       "dispatchedAt": null,
                     *       "finishedAt": null,
                     *       "waitingFor": null,
                     *       "dispatchConfig": null,
                     *       "reason": "send_reminder",
                     *       "idempotencyKey": "order-4711",
                     *       "suggestedExecutionTime": null,
                     *       "userStatus": null,
                     *       "targetUsers": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "commerceUserId": null,
                     *           "resolutionStatus": "PENDING",
                     *           "lockReason": null,
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "attributes": [
                     *         {
                     *           "value": null,
                     *           "resolutionStatus": "PENDING",
                     *           "key": "favorite_product"
                     *         }
                     *       ],
                     *       "provider": "YOM",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "dispatchAttemptCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_TRANSITION`, `IN_FLIGHT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_assignTargetUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
                /** @description The `id` of the target user. */
                targetUserId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "commerceUserId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a"
                 *     }
                 */
                "application/json": components["schemas"]["AssignTargetUserRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "commerceUserId": null,
                     *           "resolutionStatus": "PENDING",
                     *           "lockReason": null,
                     *           "firstName": "Olivia",
                     *           "lastName": "Owner",
                     *           "errorMessage": null
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["TargetUserResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_TRANSITION`, `IN_FLIGHT`, `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_dispatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "SUCCESS",
                     *       "dispatchConfigId": null,
                     *       "startedAt": "2026-01-31T09:30:00.000Z",
                     *       "disposition": null,
                     *       "number": 1,
                     *       "counted": true,
                     *       "provider": "YOM",
                     *       "durationMs": 1,
                     *       "httpStatus": null,
                     *       "errorCode": null,
                     *       "providerErrorCode": null,
                     *       "message": null,
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "responseBody": null
                     *     }
                     */
                    "application/json": components["schemas"]["AttemptResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Service Unavailable: `NOT_READY` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 503,
                     *       "error": "Service Unavailable",
                     *       "message": "Not ready, try again",
                     *       "code": "NOT_READY",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_dispatchTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Service Unavailable: `NOT_READY` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 503,
                     *       "error": "Service Unavailable",
                     *       "message": "Not ready, try again",
                     *       "code": "NOT_READY",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Results_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                /** @description Of this activity. */
                activityId?: string;
                /** @description Of this store, by id. */
                commerceId?: string;
                /** @description Of this store, by your own id. */
                commerceExternalId?: string;
                /** @description Of one of these statuses. */
                status?: ("PENDING" | "COMPLETED" | "NOT_EXECUTED" | "CANCELED" | "TRANSFERRED")[];
                /** @description LINKED: of an activity. STANDALONE: of a store alone. */
                kind?: "LINKED" | "STANDALONE";
                /** @description The id the provider gave the activity, as the result named it. */
                providerActivityId?: string;
                /** @description Occurred then or later. */
                occurredFrom?: string;
                /** @description Occurred then or earlier. */
                occurredTo?: string;
                /** @description Came then or later. */
                createdFrom?: string;
                /** @description Came then or earlier. */
                createdTo?: string;
                /** @description How far `meta.total` counts: not at all, up to 10,000, or to the end, which takes its time. */
                total?: "none" | "capped" | "exact";
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "kind": "LINKED",
                     *           "state": "HELD",
                     *           "activityId": null,
                     *           "commerceId": null,
                     *           "status": "PENDING",
                     *           "occurredAt": "2026-01-31T09:30:00.000Z",
                     *           "rawPayload": null,
                     *           "followUpActivityId": null,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *           "externalStatus": null,
                     *           "hardOverride": true,
                     *           "taskResult": {
                     *             "contactType": null,
                     *             "futureScheduledAt": null,
                     *             "payload": null,
                     *             "result": null,
                     *             "comment": null,
                     *             "operatorExternalId": null
                     *           }
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "totalIsCapped": true
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ResultResponse"][];
                        meta: components["schemas"]["CountedMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `SEARCH_TOO_BROAD`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Results_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "commerceExternalId": "STORE-1",
                 *       "status": "COMPLETED",
                 *       "taskResult": {
                 *         "result": "COME_BACK"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SubmitResultRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "kind": "LINKED",
                     *       "state": "HELD",
                     *       "activityId": null,
                     *       "commerceId": null,
                     *       "status": "PENDING",
                     *       "occurredAt": "2026-01-31T09:30:00.000Z",
                     *       "rawPayload": null,
                     *       "followUpActivityId": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "externalStatus": null,
                     *       "hardOverride": true,
                     *       "taskResult": {
                     *         "contactType": null,
                     *         "futureScheduledAt": null,
                     *         "payload": null,
                     *         "result": null,
                     *         "comment": null,
                     *         "operatorExternalId": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ResultResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `RESULT_ALREADY_FINAL`, `NOT_DISPATCHED`, `INVALID_TRANSITION`, `AMBIGUOUS_PROVIDER_ID`, `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 413,
                     *       "error": "Payload Too Large",
                     *       "message": "The body is larger than the limit",
                     *       "code": "PAYLOAD_TOO_LARGE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 415,
                     *       "error": "Unsupported Media Type",
                     *       "message": "The body must be application/json",
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Results_submitForTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "commerceExternalId": "STORE-1",
                 *       "status": "COMPLETED",
                 *       "taskResult": {
                 *         "result": "COME_BACK"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SubmitResultRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "kind": "LINKED",
                     *       "state": "HELD",
                     *       "activityId": null,
                     *       "commerceId": null,
                     *       "status": "PENDING",
                     *       "occurredAt": "2026-01-31T09:30:00.000Z",
                     *       "rawPayload": null,
                     *       "followUpActivityId": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "externalStatus": null,
                     *       "hardOverride": true,
                     *       "taskResult": {
                     *         "contactType": null,
                     *         "futureScheduledAt": null,
                     *         "payload": null,
                     *         "result": null,
                     *         "comment": null,
                     *         "operatorExternalId": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ResultResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `RESULT_ALREADY_FINAL`, `NOT_DISPATCHED`, `INVALID_TRANSITION`, `AMBIGUOUS_PROVIDER_ID`, `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 413,
                     *       "error": "Payload Too Large",
                     *       "message": "The body is larger than the limit",
                     *       "code": "PAYLOAD_TOO_LARGE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 415,
                     *       "error": "Unsupported Media Type",
                     *       "message": "The body must be application/json",
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Results_submitMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "results": [
                 *         {
                 *           "commerceExternalId": "STORE-1",
                 *           "status": "COMPLETED",
                 *           "taskResult": {
                 *             "result": "COME_BACK"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BulkResultsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "status": "applied",
                     *           "result": null,
                     *           "error": null,
                     *           "index": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkResultsResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 413,
                     *       "error": "Payload Too Large",
                     *       "message": "The body is larger than the limit",
                     *       "code": "PAYLOAD_TOO_LARGE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 415,
                     *       "error": "Unsupported Media Type",
                     *       "message": "The body must be application/json",
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Results_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "kind": "LINKED",
                     *       "state": "HELD",
                     *       "activityId": null,
                     *       "commerceId": null,
                     *       "status": "PENDING",
                     *       "occurredAt": "2026-01-31T09:30:00.000Z",
                     *       "rawPayload": null,
                     *       "followUpActivityId": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "externalStatus": null,
                     *       "hardOverride": true,
                     *       "taskResult": {
                     *         "contactType": null,
                     *         "futureScheduledAt": null,
                     *         "payload": null,
                     *         "result": null,
                     *         "comment": null,
                     *         "operatorExternalId": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ResultResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Integration_tasks: {
        parameters: {
            query?: {
                /** @description Of this store, by id. */
                commerceId?: string;
                /** @description Of this store, by your own id. */
                commerceExternalId?: string;
                /** @description One of these channels. */
                channel?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[];
                /** @description One of these statuses. */
                status?: ("READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED")[];
                /** @description Due then or later. */
                scheduledFrom?: string;
                /** @description Due then or earlier. */
                scheduledTo?: string;
                /** @description Of this operator, by id. */
                operatorId?: string;
                /** @description Of this operator, by your own id. */
                operatorExternalId?: string;
                /** @description In place of operatorExternalId, as field systems call it. */
                externalOperatorId?: string;
                /** @description In place of commerceExternalId, as field systems call it. */
                externalCommerceId?: string;
                /** @description What came of it, in the words of field systems or of results; PENDING: nothing final yet. */
                resultStatus?: ("EFFECTIVE" | "NOT_EFFECTIVE" | "PENDING" | "COMPLETED" | "NOT_EXECUTED" | "CANCELED" | "TRANSFERRED")[];
                /** @description Only tasks that changed then or later; give a minute before your last poll, a task may come twice. */
                updatedSince?: string;
                /** @description How many tasks at most. */
                limit?: number;
                /** @description The `nextCursor` of the answer before, with the same filters. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "type": "TASK",
                     *           "channel": "SALESMAN",
                     *           "status": "READY",
                     *           "origin": "API",
                     *           "commerceAssignment": null,
                     *           "taskDetails": null,
                     *           "scheduledAt": "2026-01-31T09:30:00.000Z",
                     *           "score": 1,
                     *           "targetCriteria": null,
                     *           "metadata": {},
                     *           "dispatchConfigId": null,
                     *           "nextAttemptAt": null,
                     *           "lastError": null,
                     *           "retryOf": null,
                     *           "redrivenAs": null,
                     *           "followUpOf": null,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z",
                     *           "dispatchedAt": null,
                     *           "finishedAt": null,
                     *           "reason": "send_reminder",
                     *           "idempotencyKey": "order-4711",
                     *           "suggestedExecutionTime": null,
                     *           "userStatus": null,
                     *           "targetUsers": [
                     *             {
                     *               "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *               "commerceUserId": null,
                     *               "resolutionStatus": "PENDING",
                     *               "lockReason": null,
                     *               "firstName": "Olivia",
                     *               "lastName": "Owner",
                     *               "errorMessage": null
                     *             }
                     *           ],
                     *           "attributes": [
                     *             {
                     *               "value": null,
                     *               "resolutionStatus": "PENDING",
                     *               "key": "favorite_product"
                     *             }
                     *           ],
                     *           "provider": "YOM",
                     *           "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *           "dispatchAttemptCount": 1
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ActivityResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `SEARCH_TOO_BROAD`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Integration_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "commerceExternalId": "STORE-1",
                 *       "taskResult": {
                 *         "result": "COME_BACK"
                 *       },
                 *       "status": "EFFECTIVE"
                 *     }
                 */
                "application/json": components["schemas"]["FieldResultRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "kind": "LINKED",
                     *       "state": "HELD",
                     *       "activityId": null,
                     *       "commerceId": null,
                     *       "status": "PENDING",
                     *       "occurredAt": "2026-01-31T09:30:00.000Z",
                     *       "rawPayload": null,
                     *       "followUpActivityId": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "providerActivityId": "f0e8409c-8d99-451f-851f-4e54ea943d57",
                     *       "externalStatus": null,
                     *       "hardOverride": true,
                     *       "taskResult": {
                     *         "contactType": null,
                     *         "futureScheduledAt": null,
                     *         "payload": null,
                     *         "result": null,
                     *         "comment": null,
                     *         "operatorExternalId": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ResultResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `RESULT_ALREADY_FINAL`, `NOT_DISPATCHED`, `INVALID_TRANSITION`, `AMBIGUOUS_PROVIDER_ID`, `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 413,
                     *       "error": "Payload Too Large",
                     *       "message": "The body is larger than the limit",
                     *       "code": "PAYLOAD_TOO_LARGE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 415,
                     *       "error": "Unsupported Media Type",
                     *       "message": "The body must be application/json",
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Integration_resultTypes: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "code": "COME_BACK",
                     *           "label": "Favorite product",
                     *           "requiresFutureScheduledAt": true,
                     *           "createsFollowUp": true,
                     *           "isActive": true,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ResultTypeResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    RuleFiles_import: {
        parameters: {
            query?: {
                /** @description Deletes the rules that are not in the file; false unless told. */
                replace?: boolean;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/yaml": string;
                "multipart/form-data": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created": 1,
                     *       "updated": 1,
                     *       "unchanged": 1,
                     *       "deleted": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ImportResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_RULE` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 413,
                     *       "error": "Payload Too Large",
                     *       "message": "The body is larger than the limit",
                     *       "code": "PAYLOAD_TOO_LARGE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 415,
                     *       "error": "Unsupported Media Type",
                     *       "message": "The body must be application/json",
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    RuleFiles_export: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_RULE` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Evaluations_evaluate: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": {
                 *         "metadata": {
                 *           "priority": "low"
                 *         },
                 *         "provider": "email",
                 *         "actionType": "send_reminder"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["EvaluateRulesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verdict": {},
                     *       "matchedRule": null,
                     *       "trace": [
                     *         {
                     *           "ruleId": null,
                     *           "outcome": "MATCHED",
                     *           "verdict": null,
                     *           "rule": "delay-send-reminder",
                     *           "priority": 1,
                     *           "error": null,
                     *           "expression": "action.action_type == \"send_reminder\""
                     *         }
                     *       ],
                     *       "evaluatedAt": "2026-01-31T09:30:00.000Z",
                     *       "scheduledFor": null
                     *     }
                     */
                    "application/json": components["schemas"]["EvaluationResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                /** @description True: those that are asked. False: those that are switched off. */
                enabled?: boolean;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "condition": {},
                     *           "action": null,
                     *           "name": "Corner Store",
                     *           "priority": 1,
                     *           "enabled": true,
                     *           "timezone": null,
                     *           "description": null,
                     *           "version": 1,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["RuleResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "condition": {
                 *         "field": "action.action_type",
                 *         "eq": "send_reminder"
                 *       },
                 *       "action": {
                 *         "type": "schedule",
                 *         "delaySeconds": 3600
                 *       },
                 *       "name": "Reminders wait an hour"
                 *     }
                 */
                "application/json": components["schemas"]["CreateRuleRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "condition": {},
                     *       "action": null,
                     *       "name": "Corner Store",
                     *       "priority": 1,
                     *       "enabled": true,
                     *       "timezone": null,
                     *       "description": null,
                     *       "version": 1,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RuleResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_RULE`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "condition": {},
                     *       "action": null,
                     *       "name": "Corner Store",
                     *       "priority": 1,
                     *       "enabled": true,
                     *       "timezone": null,
                     *       "description": null,
                     *       "version": 1,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RuleResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "condition": {
                 *         "field": "action.action_type",
                 *         "eq": "send_reminder"
                 *       },
                 *       "action": {
                 *         "type": "schedule",
                 *         "delaySeconds": 3600
                 *       },
                 *       "name": "Reminders wait an hour"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateRuleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "condition": {},
                     *       "action": null,
                     *       "name": "Corner Store",
                     *       "priority": 1,
                     *       "enabled": true,
                     *       "timezone": null,
                     *       "description": null,
                     *       "version": 1,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RuleResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_RULE`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_versions: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "change": "CREATED",
                     *         "rule": {},
                     *         "version": 1,
                     *         "actor": "key:erk_a1B2c3",
                     *         "createdAt": "2026-01-31T09:30:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["RuleVersionResponse"][];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    GatewayRules_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "name": "delay-send-reminder",
                     *         "priority": 1,
                     *         "enabled": true,
                     *         "description": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["GatewayRuleResponse"][];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "reason must be a string",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ],
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    GatewayRules_switch: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `name`. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": false
                 *     }
                 */
                "application/json": components["schemas"]["SwitchRuleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "updated",
                     *       "name": "delay-send-reminder",
                     *       "enabled": false
                     *     }
                     */
                    "application/json": components["schemas"]["SwitchedRuleResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Another row already has this unique value",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    GatewayRules_reload: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "directory": null,
                     *       "reloaded": 1,
                     *       "loaded": 1,
                     *       "errors": []
                     *     }
                     */
                    "application/json": components["schemas"]["ReloadedRulesResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "reason must be a string",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ],
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    GatewayRules_evaluate: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payload": {
                 *         "to": "ana@store.example"
                 *       },
                 *       "metadata": {
                 *         "priority": "low"
                 *       },
                 *       "id": "action-4711",
                 *       "namespace": "notifications",
                 *       "provider": "email",
                 *       "action_type": "send_reminder"
                 *     }
                 */
                "application/json": components["schemas"]["JudgeActionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "modified_payload": null,
                     *       "scheduled_for": null,
                     *       "verdict": "schedule",
                     *       "matched_rule": "delay-send-reminder",
                     *       "has_errors": false,
                     *       "total_rules_evaluated": 1,
                     *       "total_rules_skipped": 1,
                     *       "evaluation_duration_us": 1,
                     *       "trace": [
                     *         {
                     *           "result": "matched",
                     *           "source": "yaml",
                     *           "modify_patch": null,
                     *           "modified_payload_preview": null,
                     *           "rule_name": "delay-send-reminder",
                     *           "priority": 1,
                     *           "enabled": true,
                     *           "condition_display": "action.action_type == \\\\send_reminder\\\\",
                     *           "evaluation_duration_us": 1,
                     *           "action": "schedule",
                     *           "description": null,
                     *           "skip_reason": null,
                     *           "error": null
                     *         }
                     *       ],
                     *       "context": {
                     *         "time": {
                     *           "hour": 9,
                     *           "weekday": "Monday"
                     *         },
                     *         "environment_keys": [],
                     *         "accessed_state_keys": [],
                     *         "effective_timezone": "America/Santiago"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["JudgementResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Actions_dispatch: {
        parameters: {
            query?: {
                /** @description Only say what the rules would make of it. */
                dry_run?: boolean;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payload": {
                 *         "to": "ana@store.example"
                 *       },
                 *       "metadata": {
                 *         "priority": "low"
                 *       },
                 *       "id": "action-4711",
                 *       "namespace": "notifications",
                 *       "provider": "email",
                 *       "action_type": "send_reminder"
                 *     }
                 */
                "application/json": components["schemas"]["ActionRequest"];
            };
        };
        responses: {
            /** @description What became of it; see docs/scheduled-actions.md. With `Accept: application/json; shape=tagged` the tag (`Executed`, `Failed` …) is the only key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "executed",
                     *       "Executed": {
                     *         "status": "success",
                     *         "body": {
                     *           "id": "p-4711"
                     *         },
                     *         "headers": {}
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExecutedResponse"] | components["schemas"]["ScheduledResponse"] | components["schemas"]["ReroutedResponse"] | components["schemas"]["SuppressedResponse"] | components["schemas"]["DeduplicatedResponse"] | components["schemas"]["ThrottledResponse"] | components["schemas"]["FailedResponse"] | components["schemas"]["DryRunResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 413,
                     *       "error": "The body is larger than the limit",
                     *       "message": "The body is larger than the limit",
                     *       "code": "PAYLOAD_TOO_LARGE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 415,
                     *       "error": "The body must be application/json",
                     *       "message": "The body must be application/json",
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unprocessable Entity: `IDEMPOTENCY_KEY_REUSED` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 422,
                     *       "error": "The idempotency key belongs to an activity with other content",
                     *       "message": "The idempotency key belongs to an activity with other content",
                     *       "code": "IDEMPOTENCY_KEY_REUSED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Actions_dispatchMany: {
        parameters: {
            query?: {
                /** @description Only say what the rules would make of it. */
                dry_run?: boolean;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Or `{"actions": […]}`. */
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "payload": {
                 *           "to": "ana@store.example"
                 *         },
                 *         "metadata": {
                 *           "priority": "low"
                 *         },
                 *         "id": "action-4711",
                 *         "namespace": "notifications",
                 *         "provider": "email",
                 *         "action_type": "send_reminder"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["ActionRequest"][];
            };
        };
        responses: {
            /** @description One for each action in its order. What became of it; see docs/scheduled-actions.md. With `Accept: application/json; shape=tagged` the tag (`Executed`, `Failed` …) is the only key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "outcome": "executed",
                     *         "Executed": {
                     *           "status": "success",
                     *           "body": {
                     *             "id": "p-4711"
                     *           },
                     *           "headers": {}
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": (components["schemas"]["ExecutedResponse"] | components["schemas"]["ScheduledResponse"] | components["schemas"]["ReroutedResponse"] | components["schemas"]["SuppressedResponse"] | components["schemas"]["DeduplicatedResponse"] | components["schemas"]["ThrottledResponse"] | components["schemas"]["FailedResponse"] | components["schemas"]["DryRunResponse"] | components["schemas"]["RefusedResponse"])[];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 413,
                     *       "error": "The body is larger than the limit",
                     *       "message": "The body is larger than the limit",
                     *       "code": "PAYLOAD_TOO_LARGE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 415,
                     *       "error": "The body must be application/json",
                     *       "message": "The body must be application/json",
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ScheduledActions_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                /** @description One of these statuses. */
                status?: ("scheduled" | "in_flight" | "retrying" | "executed" | "failed" | "canceled" | "unresolved")[];
                /** @description Of this namespace. */
                namespace?: string;
                /** @description For this provider, as the action named it. */
                provider?: string;
                /** @description Of this type. */
                action_type?: string;
                /** @description Due then or later. */
                scheduled_from?: string;
                /** @description Due then or earlier. */
                scheduled_to?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "payload": null,
                     *           "metadata": {},
                     *           "status": "scheduled",
                     *           "last_error": null,
                     *           "action_id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "id": null,
                     *           "namespace": "notifications",
                     *           "provider": "YOM",
                     *           "action_type": "send_reminder",
                     *           "dedup_key": null,
                     *           "scheduled_for": "2026-01-31T09:30:00.000Z",
                     *           "matched_rule": null,
                     *           "verdict": "schedule",
                     *           "created_at": "2026-01-31T09:30:00.000Z",
                     *           "dispatched_at": null,
                     *           "attempts": 1
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ScheduledActionResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ScheduledActions_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "payload": null,
                     *       "metadata": {},
                     *       "status": "scheduled",
                     *       "last_error": null,
                     *       "action_id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "id": null,
                     *       "namespace": "notifications",
                     *       "provider": "YOM",
                     *       "action_type": "send_reminder",
                     *       "dedup_key": null,
                     *       "scheduled_for": "2026-01-31T09:30:00.000Z",
                     *       "matched_rule": null,
                     *       "verdict": "schedule",
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "dispatched_at": null,
                     *       "attempts": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduledActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "reason must be a string",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ],
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ScheduledActions_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "payload": null,
                     *       "metadata": {},
                     *       "status": "scheduled",
                     *       "last_error": null,
                     *       "action_id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "id": null,
                     *       "namespace": "notifications",
                     *       "provider": "YOM",
                     *       "action_type": "send_reminder",
                     *       "dedup_key": null,
                     *       "scheduled_for": "2026-01-31T09:30:00.000Z",
                     *       "matched_rule": null,
                     *       "verdict": "schedule",
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "dispatched_at": null,
                     *       "attempts": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduledActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "reason must be a string",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ],
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_TRANSITION`, `IN_FLIGHT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ScheduledActions_reschedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scheduled_for": "2026-01-31T09:30:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["RescheduleActionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "payload": null,
                     *       "metadata": {},
                     *       "status": "scheduled",
                     *       "last_error": null,
                     *       "action_id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "id": null,
                     *       "namespace": "notifications",
                     *       "provider": "YOM",
                     *       "action_type": "send_reminder",
                     *       "dedup_key": null,
                     *       "scheduled_for": "2026-01-31T09:30:00.000Z",
                     *       "matched_rule": null,
                     *       "verdict": "schedule",
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "dispatched_at": null,
                     *       "attempts": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduledActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_TRANSITION`, `IN_FLIGHT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ScheduledActions_fire: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of it; see docs/scheduled-actions.md. With `Accept: application/json; shape=tagged` the tag (`Executed`, `Failed` …) is the only key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "executed",
                     *       "Executed": {
                     *         "status": "success",
                     *         "body": {
                     *           "id": "p-4711"
                     *         },
                     *         "headers": {}
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExecutedResponse"] | components["schemas"]["ScheduledResponse"] | components["schemas"]["ReroutedResponse"] | components["schemas"]["SuppressedResponse"] | components["schemas"]["DeduplicatedResponse"] | components["schemas"]["ThrottledResponse"] | components["schemas"]["FailedResponse"] | components["schemas"]["DryRunResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "reason must be a string",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ],
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Service Unavailable: `NOT_READY` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 503,
                     *       "error": "Not ready, try again",
                     *       "message": "Not ready, try again",
                     *       "code": "NOT_READY",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "events": [
                     *             "activity.created"
                     *           ],
                     *           "url": "https://crm.example.com/errand-events",
                     *           "isActive": true,
                     *           "disabledAt": null,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["WebhookResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://crm.example.com/errand-events",
                 *       "events": [
                 *         "activity.completed",
                 *         "activity.failed"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateWebhookRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "events": [
                     *         "activity.created"
                     *       ],
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                     *       "url": "https://crm.example.com/errand-events",
                     *       "isActive": true,
                     *       "disabledAt": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedWebhookResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `BLOCKED_ADDRESS`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "A tenant has 50 webhooks at most",
                     *       "code": "LIMIT_REACHED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": {
                     *         "limit": 50
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "events": [
                     *         "activity.created"
                     *       ],
                     *       "url": "https://crm.example.com/errand-events",
                     *       "isActive": true,
                     *       "disabledAt": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://crm.example.com/errand-events",
                 *       "events": [
                 *         "activity.completed",
                 *         "activity.failed"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChangeWebhookRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "events": [
                     *         "activity.created"
                     *       ],
                     *       "url": "https://crm.example.com/errand-events",
                     *       "isActive": true,
                     *       "disabledAt": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `BLOCKED_ADDRESS`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_rotateSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "events": [
                     *         "activity.created"
                     *       ],
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                     *       "url": "https://crm.example.com/errand-events",
                     *       "isActive": true,
                     *       "disabledAt": null,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedWebhookResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Conflict",
                     *       "message": "Another row already has this unique value",
                     *       "code": "CONFLICT",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Deliveries_list: {
        parameters: {
            query?: {
                /** @description Of this status. */
                status?: "PENDING" | "DELIVERED" | "FAILED";
                /** @description Of this event. */
                eventType?: "activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up";
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "eventType": "activity.created",
                     *           "subjectId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "status": "PENDING",
                     *           "attempts": 1,
                     *           "lastAttemptAt": null,
                     *           "lastHttpStatus": null,
                     *           "lastError": null,
                     *           "nextAttemptAt": null,
                     *           "deliveredAt": null,
                     *           "occurredAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["WebhookDeliveryResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Deliveries_resend: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
                /** @description The `id` of the delivery. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "eventType": "activity.created",
                     *       "subjectId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "status": "PENDING",
                     *       "attempts": 1,
                     *       "lastAttemptAt": null,
                     *       "lastHttpStatus": null,
                     *       "lastError": null,
                     *       "nextAttemptAt": null,
                     *       "deliveredAt": null,
                     *       "occurredAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "Bad Request",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Not Found",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_list: {
        parameters: {
            query?: {
                /** @description Of this status. */
                status?: "active" | "paused" | "completed";
                /** @description How many items at most. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
                /** @description Its namespace; if given it must be right. */
                namespace?: string;
                /** @description Code or id of the tenant. */
                tenant?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recurring_actions": [
                     *         {
                     *           "status": "active",
                     *           "payload": null,
                     *           "metadata": {},
                     *           "overlap_policy": "allow_all",
                     *           "missed_policy": "fire_once",
                     *           "labels": {},
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "name": null,
                     *           "next_execution_at": null,
                     *           "namespace": "notifications",
                     *           "tenant": "demo",
                     *           "provider": "YOM",
                     *           "action_type": "send_reminder",
                     *           "dedup_key": null,
                     *           "commerce_id": null,
                     *           "commerce_external_id": null,
                     *           "cron_expr": "0 9 * * MON-FRI",
                     *           "timezone": "America/Santiago",
                     *           "enabled": true,
                     *           "ends_at": null,
                     *           "max_executions": null,
                     *           "description": null,
                     *           "last_executed_at": null,
                     *           "execution_count": 1,
                     *           "created_at": "2026-01-31T09:30:00.000Z",
                     *           "updated_at": "2026-01-31T09:30:00.000Z",
                     *           "dispatching": true,
                     *           "warning": null
                     *         }
                     *       ],
                     *       "count": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RecurringListResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "reason must be a string",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ],
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payload": {
                 *         "to": "ana@store.example"
                 *       },
                 *       "metadata": {
                 *         "priority": "low"
                 *       },
                 *       "namespace": "notifications",
                 *       "provider": "email",
                 *       "action_type": "send_reminder",
                 *       "cron_expression": "0 9 * * MON-FRI",
                 *       "timezone": "America/Santiago",
                 *       "name": "Morning reminder"
                 *     }
                 */
                "application/json": components["schemas"]["CreateRecurringRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "active",
                     *       "payload": null,
                     *       "metadata": {},
                     *       "overlap_policy": "allow_all",
                     *       "missed_policy": "fire_once",
                     *       "labels": {},
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "name": null,
                     *       "next_execution_at": null,
                     *       "namespace": "notifications",
                     *       "tenant": "demo",
                     *       "provider": "YOM",
                     *       "action_type": "send_reminder",
                     *       "dedup_key": null,
                     *       "commerce_id": null,
                     *       "commerce_external_id": null,
                     *       "cron_expr": "0 9 * * MON-FRI",
                     *       "timezone": "America/Santiago",
                     *       "enabled": true,
                     *       "ends_at": null,
                     *       "max_executions": null,
                     *       "description": null,
                     *       "last_executed_at": null,
                     *       "execution_count": 1,
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "updated_at": "2026-01-31T09:30:00.000Z",
                     *       "dispatching": true,
                     *       "warning": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `LIMIT_REACHED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "A tenant has 50 webhooks at most",
                     *       "message": "A tenant has 50 webhooks at most",
                     *       "code": "LIMIT_REACHED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": {
                     *         "limit": 50
                     *       },
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_get: {
        parameters: {
            query?: {
                /** @description Its namespace; if given it must be right. */
                namespace?: string;
                /** @description Code or id of the tenant. */
                tenant?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "active",
                     *       "payload": null,
                     *       "metadata": {},
                     *       "overlap_policy": "allow_all",
                     *       "missed_policy": "fire_once",
                     *       "labels": {},
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "name": null,
                     *       "next_execution_at": null,
                     *       "namespace": "notifications",
                     *       "tenant": "demo",
                     *       "provider": "YOM",
                     *       "action_type": "send_reminder",
                     *       "dedup_key": null,
                     *       "commerce_id": null,
                     *       "commerce_external_id": null,
                     *       "cron_expr": "0 9 * * MON-FRI",
                     *       "timezone": "America/Santiago",
                     *       "enabled": true,
                     *       "ends_at": null,
                     *       "max_executions": null,
                     *       "description": null,
                     *       "last_executed_at": null,
                     *       "execution_count": 1,
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "updated_at": "2026-01-31T09:30:00.000Z",
                     *       "dispatching": true,
                     *       "warning": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "reason must be a string",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ],
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_put: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payload": {
                 *         "to": "ana@store.example"
                 *       },
                 *       "metadata": {
                 *         "priority": "low"
                 *       },
                 *       "namespace": "notifications",
                 *       "provider": "email",
                 *       "action_type": "send_reminder",
                 *       "cron_expression": "0 9 * * MON-FRI",
                 *       "timezone": "America/Santiago",
                 *       "name": "Morning reminder"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeRecurringRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "active",
                     *       "payload": null,
                     *       "metadata": {},
                     *       "overlap_policy": "allow_all",
                     *       "missed_policy": "fire_once",
                     *       "labels": {},
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "name": null,
                     *       "next_execution_at": null,
                     *       "namespace": "notifications",
                     *       "tenant": "demo",
                     *       "provider": "YOM",
                     *       "action_type": "send_reminder",
                     *       "dedup_key": null,
                     *       "commerce_id": null,
                     *       "commerce_external_id": null,
                     *       "cron_expr": "0 9 * * MON-FRI",
                     *       "timezone": "America/Santiago",
                     *       "enabled": true,
                     *       "ends_at": null,
                     *       "max_executions": null,
                     *       "description": null,
                     *       "last_executed_at": null,
                     *       "execution_count": 1,
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "updated_at": "2026-01-31T09:30:00.000Z",
                     *       "dispatching": true,
                     *       "warning": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_remove: {
        parameters: {
            query?: {
                /** @description Its namespace; if given it must be right. */
                namespace?: string;
                /** @description Code or id of the tenant. */
                tenant?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "reason must be a string",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ],
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payload": {
                 *         "to": "ana@store.example"
                 *       },
                 *       "metadata": {
                 *         "priority": "low"
                 *       },
                 *       "namespace": "notifications",
                 *       "provider": "email",
                 *       "action_type": "send_reminder",
                 *       "cron_expression": "0 9 * * MON-FRI",
                 *       "timezone": "America/Santiago",
                 *       "name": "Morning reminder"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeRecurringRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "active",
                     *       "payload": null,
                     *       "metadata": {},
                     *       "overlap_policy": "allow_all",
                     *       "missed_policy": "fire_once",
                     *       "labels": {},
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "name": null,
                     *       "next_execution_at": null,
                     *       "namespace": "notifications",
                     *       "tenant": "demo",
                     *       "provider": "YOM",
                     *       "action_type": "send_reminder",
                     *       "dedup_key": null,
                     *       "commerce_id": null,
                     *       "commerce_external_id": null,
                     *       "cron_expr": "0 9 * * MON-FRI",
                     *       "timezone": "America/Santiago",
                     *       "enabled": true,
                     *       "ends_at": null,
                     *       "max_executions": null,
                     *       "description": null,
                     *       "last_executed_at": null,
                     *       "execution_count": 1,
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "updated_at": "2026-01-31T09:30:00.000Z",
                     *       "dispatching": true,
                     *       "warning": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_pause: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RecurringScopeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "active",
                     *       "payload": null,
                     *       "metadata": {},
                     *       "overlap_policy": "allow_all",
                     *       "missed_policy": "fire_once",
                     *       "labels": {},
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "name": null,
                     *       "next_execution_at": null,
                     *       "namespace": "notifications",
                     *       "tenant": "demo",
                     *       "provider": "YOM",
                     *       "action_type": "send_reminder",
                     *       "dedup_key": null,
                     *       "commerce_id": null,
                     *       "commerce_external_id": null,
                     *       "cron_expr": "0 9 * * MON-FRI",
                     *       "timezone": "America/Santiago",
                     *       "enabled": true,
                     *       "ends_at": null,
                     *       "max_executions": null,
                     *       "description": null,
                     *       "last_executed_at": null,
                     *       "execution_count": 1,
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "updated_at": "2026-01-31T09:30:00.000Z",
                     *       "dispatching": true,
                     *       "warning": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_STATE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Recurring action 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a is paused, not active",
                     *       "message": "Recurring action 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a is paused, not active",
                     *       "code": "INVALID_STATE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RecurringScopeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "active",
                     *       "payload": null,
                     *       "metadata": {},
                     *       "overlap_policy": "allow_all",
                     *       "missed_policy": "fire_once",
                     *       "labels": {},
                     *       "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "name": null,
                     *       "next_execution_at": null,
                     *       "namespace": "notifications",
                     *       "tenant": "demo",
                     *       "provider": "YOM",
                     *       "action_type": "send_reminder",
                     *       "dedup_key": null,
                     *       "commerce_id": null,
                     *       "commerce_external_id": null,
                     *       "cron_expr": "0 9 * * MON-FRI",
                     *       "timezone": "America/Santiago",
                     *       "enabled": true,
                     *       "ends_at": null,
                     *       "max_executions": null,
                     *       "description": null,
                     *       "last_executed_at": null,
                     *       "execution_count": 1,
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "updated_at": "2026-01-31T09:30:00.000Z",
                     *       "dispatching": true,
                     *       "warning": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_STATE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Recurring action 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a is paused, not active",
                     *       "message": "Recurring action 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a is paused, not active",
                     *       "code": "INVALID_STATE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_backfill: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-01-01T00:00:00Z",
                 *       "to": "2026-01-02T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["BackfillRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recurring_id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "created": 1,
                     *       "existing": 1,
                     *       "next_from": null,
                     *       "occurrences": [
                     *         {
                     *           "kind": "scheduled",
                     *           "status": "fired",
                     *           "reason": null,
                     *           "scheduled_for": "2026-01-31T09:30:00.000Z",
                     *           "activity_id": null,
                     *           "created_at": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BackfillResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `INVALID_STATE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 409,
                     *       "error": "Recurring action 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a is paused, not active",
                     *       "message": "Recurring action 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a is paused, not active",
                     *       "code": "INVALID_STATE",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_history: {
        parameters: {
            query?: {
                /** @description Its namespace; if given it must be right. */
                namespace?: string;
                /** @description Code or id of the tenant. */
                tenant?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                /** @description Its `id`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "occurrences": [
                     *         {
                     *           "kind": "scheduled",
                     *           "status": "fired",
                     *           "reason": null,
                     *           "activity_status": null,
                     *           "scheduled_for": "2026-01-31T09:30:00.000Z",
                     *           "activity_id": null,
                     *           "created_at": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "count": 1
                     *     }
                     */
                    "application/json": components["schemas"]["OccurrenceListResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 400,
                     *       "error": "reason must be a string",
                     *       "message": "reason must be a string",
                     *       "code": "VALIDATION_FAILED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "details": [
                     *         {
                     *           "field": "reason",
                     *           "message": "must be a string"
                     *         }
                     *       ],
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "The API key lacks the permission that the endpoint needs",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 404,
                     *       "error": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "message": "Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *       "code": "NOT_FOUND",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "A limit is reached; wait for Retry-After seconds",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d",
                     *       "retryable": true,
                     *       "retry_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Audit_list: {
        parameters: {
            query?: {
                /** @description Of this kind of actor. */
                actorKind?: "key" | "platform" | "console" | "system";
                /** @description Changes, or attempts that were refused. */
                outcome?: "done" | "refused";
                /** @description From this time on. */
                from?: string;
                /** @description Up to this time. */
                to?: string;
                /** @description `key:` and the visible prefix of a key, `platform`, `system` … */
                actor?: string;
                /** @description From this IP address. */
                address?: string;
                /** @description What was done, such as `dispatch_config.changed`; or all that was done to one kind of subject: `dispatch_config`. */
                action?: string;
                /** @description What was done to one kind of subject, such as `webhook`. */
                subjectType?: string;
                /** @description What was done to one thing: its id, or the key or code it goes by. */
                subjectId?: string;
                /** @description All that one request did. */
                requestId?: string;
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                     *           "actorKind": "key",
                     *           "address": null,
                     *           "requestId": null,
                     *           "subjectId": null,
                     *           "before": null,
                     *           "after": null,
                     *           "outcome": "done",
                     *           "at": "2026-01-31T09:30:00.000Z",
                     *           "actor": "key:erk_a1B2c3",
                     *           "action": "dispatch_config.changed",
                     *           "subjectType": "dispatch_config"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "page": 1,
                     *         "limit": 25,
                     *         "total": 1,
                     *         "totalPages": 1
                     *       },
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuditEntryResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                    "application/x-ndjson": {
                        data: components["schemas"]["AuditEntryResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `INVALID_CURSOR` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                    "application/x-ndjson": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 401,
                     *       "error": "Unauthorized",
                     *       "message": "Send an API key as “Authorization: Bearer …” or “x-api-key”",
                     *       "code": "UNAUTHENTICATED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                    "application/x-ndjson": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 403,
                     *       "error": "Forbidden",
                     *       "message": "The API key lacks the permission that the endpoint needs",
                     *       "code": "FORBIDDEN",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                    "application/x-ndjson": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 429,
                     *       "error": "Too Many Requests",
                     *       "message": "A limit is reached; wait for Retry-After seconds",
                     *       "code": "RATE_LIMITED",
                     *       "requestId": "9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d"
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemResponse"];
                    "application/x-ndjson": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
}
